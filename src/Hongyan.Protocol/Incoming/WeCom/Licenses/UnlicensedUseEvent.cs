namespace Hongyan.WeCom;

/// <summary>Members without an interface licence (接口许可) used the application.</summary>
public sealed record UnlicensedUseEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public UnlicensedUseEvent()
    {
    }

    internal UnlicensedUseEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
