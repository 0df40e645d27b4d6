namespace Hongyan.WeCom;

/// <summary>One line of a card's menu.</summary>
/// <param name="Text">What it reads.</param>
/// <param name="Key">What the event of the click carries; 1 to 1024 bytes, unique in the menu.</param>
public sealed record CardMenuItem(string Text, string Key);
