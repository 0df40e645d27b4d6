namespace Hongyan.WeCom;

/// <summary>How a conference device is called. A number that the platform adds later is kept as it is.</summary>
public enum MeetingProtocol
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>SIP.</summary>
    Sip = 1,

    /// <summary>H.323.</summary>
    H323 = 2,
}
