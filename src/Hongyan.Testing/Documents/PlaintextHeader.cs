namespace Hongyan.Testing;

/// <summary>What every document begins or ends with.</summary>
internal sealed record PlaintextHeader(string To, string Member, DateTimeOffset CreatedAt, long MessageId, int? AgentId);
