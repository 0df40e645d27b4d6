namespace Hongyan.Storage.Schema;

/// <summary>One message in the inbox.</summary>
public sealed class InboxRow
{
    /// <summary>Counts up with each accepted message: the order of a conversation.</summary>
    public long Id { get; set; }

    /// <summary>The account's name.</summary>
    public required string Account { get; set; }

    /// <summary>SHA-256 of the decrypted document: 32 bytes.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>Who wrote it: the user id (成员UserID).</summary>
    public required string Person { get; set; }

    /// <summary>The type of message, such as <c>TextMessage</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>When the first delivery arrived, in Unix milliseconds.</summary>
    public long ReceivedAt { get; set; }

    /// <summary>How far it has got.</summary>
    public InboxState State { get; set; }

    /// <summary>The number of its last run; 0 where none has begun.</summary>
    public long Fence { get; set; }

    /// <summary>Which way its answer took.</summary>
    public HandOver HandOver { get; set; }

    /// <summary>The decrypted document, protected; null once it is deleted.</summary>
    public byte[]? Raw { get; set; }

    /// <summary>The plaintext of the passive reply, protected; null where nothing is answered.</summary>
    public byte[]? Answer { get; set; }

    /// <summary>When the outcome was committed, in Unix milliseconds.</summary>
    public long? FinishedAt { get; set; }

    /// <summary>What went wrong, in the words of the exception.</summary>
    public string? Failure { get; set; }
}
