namespace Hongyan.Simulator.Control;

/// <summary>What a person around a 公众号 can switch.</summary>
/// <param name="AcceptsMessages">Whether messages of the account are let through.</param>
public sealed record PersonSettings(bool AcceptsMessages);
