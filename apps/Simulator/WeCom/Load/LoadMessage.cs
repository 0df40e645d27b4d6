namespace Hongyan.Simulator.WeCom;

/// <summary>What became of one message of a load run. A hundred thousand of these are kept, so they hold what cannot be computed and no more.</summary>
internal struct LoadMessage
{
    /// <summary>Characters of an answer that are kept.</summary>
    private const int LongestAnswer = 60;

    private LoadAttempt[]? _attempts;
    private int[]? _sent;

    /// <summary>When its first delivery began, in Unix milliseconds; 0 before.</summary>
    public long SentAt { get; set; }

    /// <summary>Deliveries under way.</summary>
    public byte Open { get; set; }

    /// <summary>Deliveries that ended without a 200.</summary>
    public byte GivenUp { get; private set; }

    /// <summary>The passive reply; null where none came.</summary>
    public string? Reply { get; private set; }

    /// <summary>Whether two deliveries were answered in different ways.</summary>
    public bool Differs { get; private set; }

    /// <summary>The first message that the bot sent by the active API; null where none came.</summary>
    public string? Sent { get; private set; }

    /// <summary>Active messages that came twice, or that repeat the passive reply.</summary>
    public byte Repeated { get; private set; }

    public readonly IReadOnlyList<LoadAttempt> Attempts => _attempts ?? [];

    /// <summary>How many messages the bot sent by the active API.</summary>
    public readonly int SentCount => _sent?.Length ?? 0;

    public readonly bool IsAccepted => _attempts is not null && Array.Exists(_attempts, attempt => attempt.IsAccepted);

    public readonly bool IsAnswered => Reply is not null || Sent is not null;

    /// <summary>Whether the platform gave up on every delivery of it.</summary>
    public readonly bool IsGivenUp => GivenUp > 0 && Open == 0 && !IsAccepted;

    public void Add(LoadAttempt attempt) => _attempts = [.. Attempts, attempt];

    public void GiveUp() => GivenUp++;

    /// <summary>Takes a passive reply, also none.</summary>
    /// <returns>Whether it is the first that differs from an earlier one.</returns>
    public bool TakeReply(string? reply)
    {
        // An empty answer says nothing: the real one went another way, or will.
        if (reply is null)
            return false;
        reply = Cut(reply);
        if (Reply is null)
        {
            Reply = reply;
            return false;
        }
        if (reply == Reply || Differs)
            return false;
        return Differs = true;
    }

    /// <summary>Takes an active message.</summary>
    /// <returns>Whether it is a repetition.</returns>
    public bool TakeSent(string text)
    {
        var hash = string.GetHashCode(text, StringComparison.Ordinal);
        var isRepeated = (_sent is not null && Array.IndexOf(_sent, hash) >= 0) || Cut(text) == Reply;
        if (isRepeated)
            Repeated++;
        Sent ??= Cut(text);
        _sent = [.. _sent ?? [], hash];
        return isRepeated;
    }

    private static string Cut(string text) => text.Length <= LongestAnswer ? text : text[..LongestAnswer] + "…";
}
