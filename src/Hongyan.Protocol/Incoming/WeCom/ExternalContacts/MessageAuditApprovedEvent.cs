namespace Hongyan.WeCom;

/// <summary>A customer agreed that the conversation is archived (客户同意进行聊天内容存档事件).</summary>
public sealed record MessageAuditApprovedEvent : ExternalContactEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MessageAuditApprovedEvent()
    {
    }

    internal MessageAuditApprovedEvent(in Protocol.PayloadFields payload)
        : base(payload) => WelcomeCode = payload.Text("WelcomeCode"u8);

    /// <summary>Allows one welcome message within 20 seconds.</summary>
    public string WelcomeCode { get; init; } = "";
}
