namespace Hongyan;

/// <summary>A person left (取消关注). A reply is not shown.</summary>
public sealed record UnsubscribeEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public UnsubscribeEvent()
    {
    }

    internal UnsubscribeEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
