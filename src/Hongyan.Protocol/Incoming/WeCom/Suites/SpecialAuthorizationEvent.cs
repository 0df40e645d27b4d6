namespace Hongyan.WeCom;

/// <summary>A corp's administrator confirmed or took back a right that needs confirming, such as customer acquisition (获客助手权限变更通知).</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/98959</remarks>
public sealed record SpecialAuthorizationEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SpecialAuthorizationEvent()
    {
    }

    internal SpecialAuthorizationEvent(in Protocol.PayloadFields payload, bool isApproved)
        : base(payload)
    {
        IsApproved = isApproved;
        AuthType = payload.Text("AuthType"u8);
    }

    /// <summary>Whether the suite has the right now.</summary>
    public bool IsApproved { get; init; }

    /// <summary>The right: <c>customer_acquisition</c> …</summary>
    public string AuthType { get; init; } = "";
}
