namespace Hongyan.WeCom;

/// <summary>The address of a conference device (MRA).</summary>
public sealed record MeetingDeviceAddress
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MeetingDeviceAddress()
    {
    }

    internal MeetingDeviceAddress(in Protocol.PayloadFields payload)
    {
        Protocol = payload.Text("Protocol"u8);
        DialString = payload.Text("DialString"u8);
    }

    /// <summary>The protocol, as the platform writes it.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>What was dialled.</summary>
    public string DialString { get; init; } = "";
}
