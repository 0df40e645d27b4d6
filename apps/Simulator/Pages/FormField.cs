namespace Hongyan.Simulator.Pages;

/// <summary>One field of a form.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Type">How it is typed in.</param>
/// <param name="Value">What stands in it at first.</param>
public sealed record FormField(string Name, FormFieldType Type, string Value);
