namespace Hongyan.OfficialAccount;

/// <summary>A device said something to the account (设备消息, device_text).</summary>
public sealed record DeviceTextMessage : IncomingMessage
{
    /// <summary>Makes one by hand, for a test.</summary>
    public DeviceTextMessage()
    {
    }

    internal DeviceTextMessage(in Protocol.PayloadFields payload)
        : base(payload)
    {
        DeviceType = payload.Text("DeviceType"u8);
        DeviceId = payload.Text("DeviceID"u8);
        Content = payload.Text("Content"u8);
        SessionId = payload.Text("SessionID"u8);
        OpenId = payload.Text("OpenID"u8);
    }

    /// <summary>The original id of the account that the device belongs to.</summary>
    public string DeviceType { get; init; } = "";

    /// <summary>The device.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>What it said, in base64.</summary>
    public string Content { get; init; } = "";

    /// <summary>The session; an answer repeats it.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>The person whose device it is.</summary>
    public string OpenId { get; init; } = "";
}
