namespace Hongyan.Simulator.WeCom;

/// <summary>A tag of the corp for customers (企业标签).</summary>
public sealed record CustomerTag(string Id, string Name, DateTimeOffset CreatedAt, long Order);
