namespace Hongyan.WeCom;

/// <summary>The permanent code of an authorisation is no longer valid (重置永久授权码通知); a new one is fetched with the code.</summary>
public sealed record PermanentCodeResetEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public PermanentCodeResetEvent()
    {
    }

    internal PermanentCodeResetEvent(in Protocol.PayloadFields payload)
        : base(payload) => AuthCode = payload.Text("AuthCode"u8);

    /// <summary>To be exchanged for the new permanent code within ten minutes. It is a secret: keep it out of logs.</summary>
    public string AuthCode { get; init; } = "";
}
