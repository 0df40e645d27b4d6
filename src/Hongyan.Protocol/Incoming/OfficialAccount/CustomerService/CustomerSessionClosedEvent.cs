namespace Hongyan.OfficialAccount;

/// <summary>A customer service session ended (客服关闭会话, kf_close_session).</summary>
public sealed record CustomerSessionClosedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CustomerSessionClosedEvent()
    {
    }

    internal CustomerSessionClosedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Account = payload.Text("KfAccount"u8);
        CloseType = payload.Text("CloseType"u8);
    }

    /// <summary>The servicer's account (客服账号).</summary>
    public string Account { get; init; } = "";

    /// <summary>How it ended, such as <c>KF</c> for the servicer; may be empty.</summary>
    public string CloseType { get; init; } = "";
}
