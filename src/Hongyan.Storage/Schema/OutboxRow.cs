namespace Hongyan.Storage.Schema;

/// <summary>One message in the outbox.</summary>
public sealed class OutboxRow
{
    /// <summary>Counts up: the order for one person.</summary>
    public long Id { get; set; }

    /// <summary>The account that sends.</summary>
    public required string Account { get; set; }

    /// <summary>Who gets it: the user id (成员UserID).</summary>
    public required string Person { get; set; }

    /// <summary>The kind of message, such as <c>text</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>The message as JSON, protected; null once it is deleted.</summary>
    public byte[]? Content { get; set; }

    /// <summary>The address that takes this message and no other (response_url of a robot), protected; null for accounts that send by themselves.</summary>
    public byte[]? ReplyTo { get; set; }

    /// <summary>When it was committed, in Unix milliseconds.</summary>
    public long CreatedAt { get; set; }

    /// <summary>Not before then is the next try, in Unix milliseconds.</summary>
    public long NotBefore { get; set; }

    /// <summary>How many tries there were.</summary>
    public int Attempts { get; set; }

    /// <summary>What has become of it.</summary>
    public OutboxState State { get; set; }

    /// <summary>The platform's <c>errcode</c> at the last try; null where it gave none.</summary>
    public int? ErrorCode { get; set; }

    /// <summary>What went wrong at the last try.</summary>
    public string? Error { get; set; }

    /// <summary>What the platform calls the message (<c>msgid</c>).</summary>
    public string? MessageId { get; set; }

    /// <summary>When it got its final state, in Unix milliseconds.</summary>
    public long? FinishedAt { get; set; }

    /// <summary>The message in the inbox that caused it; null where none did.</summary>
    public long? InboxId { get; set; }
}
