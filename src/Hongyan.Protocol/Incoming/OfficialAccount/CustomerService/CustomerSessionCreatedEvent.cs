namespace Hongyan.OfficialAccount;

/// <summary>A customer service session began (客服接入会话, kf_create_session).</summary>
public sealed record CustomerSessionCreatedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CustomerSessionCreatedEvent()
    {
    }

    internal CustomerSessionCreatedEvent(in Protocol.PayloadFields payload)
        : base(payload) => Account = payload.Text("KfAccount"u8);

    /// <summary>The servicer's account (客服账号).</summary>
    public string Account { get; init; } = "";
}
