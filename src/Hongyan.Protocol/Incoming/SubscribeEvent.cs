namespace Hongyan;

/// <summary>A person came: a follower subscribed, or a member entered the visible scope of the application (关注).</summary>
public sealed record SubscribeEvent : IncomingEvent
{
    private const string ScenePrefix = "qrscene_";

    /// <summary>Makes one by hand, for a test.</summary>
    public SubscribeEvent()
    {
    }

    internal SubscribeEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        EventKey = payload.Text("EventKey"u8);
        Ticket = payload.Text("Ticket"u8);
    }

    /// <summary>What led the person here (EventKey), as the platform writes it; empty in WeCom and where a follower came by themselves.</summary>
    public string EventKey { get; init; } = "";

    /// <summary>The scene of the code that was scanned (带参数二维码的场景值), without <c>qrscene_</c>; empty where it was no such code.</summary>
    public string Scene => EventKey.StartsWith(ScenePrefix, StringComparison.Ordinal) ? EventKey[ScenePrefix.Length..] : "";

    /// <summary>The ticket of that code, which fetches its picture; else empty.</summary>
    public string Ticket { get; init; } = "";
}
