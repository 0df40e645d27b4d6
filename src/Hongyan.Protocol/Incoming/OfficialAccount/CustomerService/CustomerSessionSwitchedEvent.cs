namespace Hongyan.OfficialAccount;

/// <summary>A customer service session went to another servicer (客服转接会话, kf_switch_session).</summary>
public sealed record CustomerSessionSwitchedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CustomerSessionSwitchedEvent()
    {
    }

    internal CustomerSessionSwitchedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        FromAccount = payload.Text("FromKfAccount"u8);
        ToAccount = payload.Text("ToKfAccount"u8);
    }

    /// <summary>Who gave it away.</summary>
    public string FromAccount { get; init; } = "";

    /// <summary>Who has it now.</summary>
    public string ToAccount { get; init; } = "";
}
