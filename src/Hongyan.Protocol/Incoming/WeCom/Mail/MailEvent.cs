namespace Hongyan.WeCom;

/// <summary>Mail came in for the application's own address (应用邮箱, app_email_change) or for a public mailbox (公共邮箱, public_email_change).</summary>
public sealed record MailEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MailEvent()
    {
    }

    internal MailEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ChangeType = payload.Text("ChangeType"u8);
        MailboxId = payload.Number("Id"u8);
        Count = payload.SmallNumber("Amount"u8) ?? 0;
    }

    /// <summary>What happened: <c>receive_email</c>.</summary>
    public string ChangeType { get; init; } = "";

    /// <summary>The public mailbox; null for the application's own.</summary>
    public long? MailboxId { get; init; }

    /// <summary>How many mails came.</summary>
    public int Count { get; init; }
}
