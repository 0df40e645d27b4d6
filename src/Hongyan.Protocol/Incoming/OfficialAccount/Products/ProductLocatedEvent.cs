namespace Hongyan.OfficialAccount;

/// <summary>Where the page of a product was opened (地理位置信息异步推送, user_scan_product_async).</summary>
public sealed record ProductLocatedEvent : ProductEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ProductLocatedEvent()
    {
    }

    internal ProductLocatedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Extension = payload.Text("ExtInfo"u8);
        RegionCode = payload.Text("RegionCode"u8);
    }

    /// <summary>What the page's address carries (extinfo).</summary>
    public string Extension { get; init; } = "";

    /// <summary>The code of the region.</summary>
    public string RegionCode { get; init; } = "";
}
