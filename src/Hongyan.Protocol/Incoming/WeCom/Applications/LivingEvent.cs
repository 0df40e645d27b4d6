namespace Hongyan.WeCom;

/// <summary>A live broadcast (直播) that was made through the API came into another state (直播状态变更事件).</summary>
public sealed record LivingEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public LivingEvent()
    {
    }

    internal LivingEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        LivingId = payload.Text("LivingId"u8);
        Status = (LivingStatus)(payload.SmallNumber("Status"u8) ?? 0);
    }

    /// <summary>The id of the broadcast.</summary>
    public string LivingId { get; init; } = "";

    /// <summary>The state it is in now.</summary>
    public LivingStatus Status { get; init; }
}
