namespace Hongyan.OfficialAccount;

/// <summary>A store was reviewed (门店审核, poi_check_notify).</summary>
public sealed record StoreReviewedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public StoreReviewedEvent()
    {
    }

    internal StoreReviewedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        StoreId = payload.Text("UniqId"u8);
        PoiId = payload.Text("PoiId"u8);
        Result = payload.Text("Result"u8);
        Message = payload.Text("Msg"u8);
    }

    /// <summary>The store's own id of the merchant (sid).</summary>
    public string StoreId { get; init; } = "";

    /// <summary>The id that the platform gave it.</summary>
    public string PoiId { get; init; } = "";

    /// <summary><c>succ</c> or <c>fail</c>.</summary>
    public string Result { get; init; } = "";

    /// <summary>Why it failed.</summary>
    public string Message { get; init; } = "";
}
