namespace Hongyan.Simulator.OfficialAccount;

/// <summary>One mass send (群发).</summary>
public sealed record MassJob
{
    /// <summary>msg_id.</summary>
    public required long MsgId { get; init; }

    /// <summary>msg_data_id, of articles.</summary>
    public required long DataId { get; init; }

    /// <summary>clientmsgid; where none was given, a digest of what is sent to whom.</summary>
    public required string ClientMsgId { get; init; }

    /// <summary>msgtype.</summary>
    public required string Type { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Whether it goes to all, which puts it into the account's public history.</summary>
    public bool IsToAll { get; init; }

    /// <summary>msg_status: SENDING, SEND_SUCCESS, SEND_FAIL or DELETE.</summary>
    public string State { get; init; } = "SENDING";

    /// <summary>Status of the event that tells of its end.</summary>
    public string Status { get; init; } = "";

    /// <summary>TotalCount: followers in the audience.</summary>
    public int TotalCount { get; init; }

    /// <summary>FilterCount: those left who accept messages and had not all of the month's.</summary>
    public int FilterCount { get; init; }

    /// <summary>SentCount: those who got it.</summary>
    public int SentCount { get; init; }

    /// <summary>ErrorCount: those who no longer follow.</summary>
    public int ErrorCount { get; init; }

    /// <summary>Its articles in their order, by <see cref="PublicArticle.Id"/>.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];
}
