namespace Hongyan.OfficialAccount;

/// <summary>A person opened the page of a product by its code (打开商品主页, user_scan_product).</summary>
public sealed record ProductScannedEvent : ProductEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ProductScannedEvent()
    {
    }

    internal ProductScannedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Country = payload.Text("Country"u8);
        Province = payload.Text("Province"u8);
        City = payload.Text("City"u8);
        Sex = payload.SmallNumber("Sex"u8);
        Scene = payload.SmallNumber("Scene"u8);
        Extension = payload.Text("ExtInfo"u8);
    }

    /// <summary>The person's country.</summary>
    public string Country { get; init; } = "";

    /// <summary>The person's province.</summary>
    public string Province { get; init; } = "";

    /// <summary>The person's city.</summary>
    public string City { get; init; } = "";

    /// <summary>1 male, 2 female, 0 not said.</summary>
    public int? Sex { get; init; }

    /// <summary>How the page was opened: 1 scanned, 2 other ways.</summary>
    public int? Scene { get; init; }

    /// <summary>What the page's address carries (extinfo).</summary>
    public string Extension { get; init; } = "";
}
