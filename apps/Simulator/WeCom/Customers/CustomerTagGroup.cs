namespace Hongyan.Simulator.WeCom;

/// <summary>Tags that belong together (标签组).</summary>
public sealed record CustomerTagGroup(string Id, string Name, DateTimeOffset CreatedAt, long Order, IReadOnlyList<CustomerTag> Tags);
