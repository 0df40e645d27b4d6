namespace Hongyan.OfficialAccount;

/// <summary>A place that was to be put on Tencent's map was reviewed (创建门店腾讯地图审核, create_map_poi_audit_info).</summary>
public sealed record MapPlaceReviewedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MapPlaceReviewedEvent()
    {
    }

    internal MapPlaceReviewedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        AuditId = payload.Text("audit_id"u8);
        Status = payload.SmallNumber("status"u8);
        MapPlaceId = payload.Text("map_poi_id"u8);
        Name = payload.Text("name"u8);
        Address = payload.Text("address"u8);
        Latitude = payload.Decimal("latitude"u8) ?? 0;
        Longitude = payload.Decimal("longitude"u8) ?? 0;
        Remark = payload.Text("sh_remark"u8);
    }

    /// <summary>The review.</summary>
    public string AuditId { get; init; } = "";

    /// <summary>1 accepted, 3 refused.</summary>
    public int? Status { get; init; }

    /// <summary>The place on the map.</summary>
    public string MapPlaceId { get; init; } = "";

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The address.</summary>
    public string Address { get; init; } = "";

    /// <summary>Degrees north.</summary>
    public double Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double Longitude { get; init; }

    /// <summary>What the reviewer says.</summary>
    public string Remark { get; init; } = "";
}
