namespace Hongyan.Simulator.OfficialAccount;

/// <summary>A tag (标签) of a 公众号.</summary>
/// <param name="Id">Its number, from 100; the platform's own have smaller ones.</param>
/// <param name="Name">Its name.</param>
public sealed record AccountTag(int Id, string Name);
