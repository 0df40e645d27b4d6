namespace Hongyan;

/// <summary>A person came: a follower subscribed, or a member entered the visible scope of the application (关注).</summary>
public sealed record SubscribeEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SubscribeEvent()
    {
    }

    internal SubscribeEvent(in Protocol.PayloadFields payload)
        : base(payload) => EventKey = payload.Text("EventKey"u8);

    /// <summary>What led the person here (EventKey); empty in WeCom.</summary>
    public string EventKey { get; init; } = "";
}
