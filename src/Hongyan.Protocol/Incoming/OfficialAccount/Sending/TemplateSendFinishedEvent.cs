namespace Hongyan.OfficialAccount;

/// <summary>A template message was delivered, or not (模板消息发送结果, TEMPLATESENDJOBFINISH).</summary>
public sealed record TemplateSendFinishedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public TemplateSendFinishedEvent()
    {
    }

    internal TemplateSendFinishedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        TemplateMessageId = payload.Number("MsgID"u8) ?? 0;
        Status = payload.Text("Status"u8);
    }

    /// <summary>The id that the sending returned (msgid).</summary>
    public long TemplateMessageId { get; init; }

    /// <summary><c>success</c>, <c>failed:user block</c> or <c>failed: system failed</c>.</summary>
    public string Status { get; init; } = "";
}
