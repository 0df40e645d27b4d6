namespace Hongyan.WeCom;

/// <summary>One batch of what customers and servicers wrote, and what happened. Keep the cursor once the batch is dealt with.</summary>
public sealed record SyncedMessages
{
    /// <summary>Where the next reading goes on. Store it: without it everything of three days comes again.</summary>
    public required string NextCursor { get; init; }

    /// <summary>Whether another batch follows at once.</summary>
    public bool HasMore { get; init; }

    /// <summary>In the order in which they came; may be empty although more follows.</summary>
    public IReadOnlyList<SyncedMessage> Messages { get; init => field = value ?? []; } = [];
}
