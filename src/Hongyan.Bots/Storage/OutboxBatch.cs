namespace Hongyan.Storage;

/// <summary>What is to be sent now.</summary>
/// <param name="Entries">At most one of each conversation, its first.</param>
/// <param name="NextAt">When the first of those that must still wait is due; null where none waits.</param>
public sealed record OutboxBatch(IReadOnlyList<OutboxEntry> Entries, DateTimeOffset? NextAt);
