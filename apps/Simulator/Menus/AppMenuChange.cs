namespace Hongyan.Simulator.Menus;

/// <summary>An app got another menu.</summary>
public sealed record AppMenuChange(string App, AppMenu Menu);
