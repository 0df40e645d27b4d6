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
        Protocol = (MeetingProtocol)(payload.SmallNumber("Protocol"u8) ?? 0);
        DialString = payload.Text("DialString"u8);
    }

    /// <summary>How it is called.</summary>
    public MeetingProtocol Protocol { get; init; }

    /// <summary>What is dialled: an address, or a number.</summary>
    public string DialString { get; init; } = "";
}
