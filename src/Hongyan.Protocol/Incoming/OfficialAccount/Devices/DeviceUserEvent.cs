namespace Hongyan.OfficialAccount;

/// <summary>Something happened between a person and a device (设备事件, device_event).</summary>
public sealed record DeviceUserEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public DeviceUserEvent()
    {
    }

    internal DeviceUserEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Kind = payload.Text("Event"u8);
        DeviceType = payload.Text("DeviceType"u8);
        DeviceId = payload.Text("DeviceID"u8);
        OpenId = payload.Text("OpenID"u8);
        Content = payload.Text("Content"u8);
        SessionId = payload.Text("SessionID"u8);
        OperationType = payload.SmallNumber("OpType"u8);
    }

    /// <summary><c>bind</c>, <c>unbind</c>, <c>subscribe_status</c> or <c>unsubscribe_status</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The original id of the account that the device belongs to.</summary>
    public string DeviceType { get; init; } = "";

    /// <summary>The device.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>The person.</summary>
    public string OpenId { get; init; } = "";

    /// <summary>What the device said, in base64; only with bind and unbind.</summary>
    public string Content { get; init; } = "";

    /// <summary>The session; only with bind and unbind.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>0 leave the status page, 1 open it, 2 ask anew; only with the status events.</summary>
    public int? OperationType { get; init; }
}
