namespace Hongyan.WeCom;

/// <summary>A customer did not go over to another member (客户接替失败事件).</summary>
public sealed record ExternalContactTransferFailedEvent : ExternalContactEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ExternalContactTransferFailedEvent()
    {
    }

    internal ExternalContactTransferFailedEvent(in Protocol.PayloadFields payload)
        : base(payload) => Reason = payload.Text("FailReason"u8);

    /// <summary><c>customer_refused</c>, or <c>customer_limit_exceed</c> where the member has too many customers.</summary>
    public string Reason { get; init; } = "";
}
