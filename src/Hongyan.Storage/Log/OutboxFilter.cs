namespace Hongyan.Storage.Log;

/// <summary>Which messages of the outbox somebody wants to see, the newest first. What is null does not matter.</summary>
public sealed record OutboxFilter
{
    /// <summary>Of this account.</summary>
    public string? Account { get; init; }

    /// <summary>To this person: the whole user id (成员UserID).</summary>
    public string? Person { get; init; }

    /// <summary>In this state.</summary>
    public OutboxState? State { get; init; }

    /// <summary>Committed at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Committed before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>With this text in what went wrong at the last try, in upper or lower case.</summary>
    public string? Error { get; init; }

    /// <summary>Older than the message with this number: the last of the page before.</summary>
    public long? Before { get; init; }

    /// <summary>How many at the most.</summary>
    /// <value>50.</value>
    public int Most { get; init; } = 50;
}
