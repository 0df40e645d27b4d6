namespace Hongyan.Simulator.Pages;

/// <summary>One field of an event's form.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Type">How it is typed in.</param>
/// <param name="Value">What stands in it at first.</param>
public sealed record EventField(string Name, EventFieldType Type, string Value);
