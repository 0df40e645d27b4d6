using Hongyan.Storage.Schema;

namespace Hongyan.Storage.Log;

/// <summary>Which messages of the inbox somebody wants to see, the newest first. What is null does not matter.</summary>
public sealed record InboxFilter
{
    /// <summary>Of this account.</summary>
    public string? Account { get; init; }

    /// <summary>Of this person: the whole user id (成员UserID).</summary>
    public string? Person { get; init; }

    /// <summary>In this state; <see cref="InboxState.Dead"/> for dead letters.</summary>
    public InboxState? State { get; init; }

    /// <summary>Received at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Received before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>With this text in what went wrong, in upper or lower case. Only dead letters have one.</summary>
    public string? Failure { get; init; }

    /// <summary>Older than the message with this number: the last of the page before.</summary>
    public long? Before { get; init; }

    /// <summary>How many at the most.</summary>
    /// <value>50.</value>
    public int Most { get; init; } = 50;
}
