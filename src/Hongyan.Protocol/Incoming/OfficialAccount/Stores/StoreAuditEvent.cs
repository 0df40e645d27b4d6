namespace Hongyan.OfficialAccount;

/// <summary>A merchant, a store or a place nearby of a mini program was reviewed (门店小程序审核, 附近的小程序审核).</summary>
public sealed record StoreAuditEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public StoreAuditEvent()
    {
    }

    internal StoreAuditEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Kind = payload.Text("Event"u8);
        AuditId = payload.Text("audit_id"u8);
        Status = payload.SmallNumber("status"u8);
        Reason = payload.Text("reason"u8);
        IsUpgrade = payload.Flag("is_upgrade"u8);
        PoiId = payload.Contains("poiid"u8) ? payload.Text("poiid"u8) : payload.Text("poi_id"u8);
    }

    /// <summary>
    /// <c>apply_merchant_audit_info</c>, <c>add_store_audit_info</c>, <c>modify_store_audit_info</c>, <c>add_nearby_poi_audit_info</c> or
    /// <c>nearby_category_audit_info</c>.
    /// </summary>
    public string Kind { get; init; } = "";

    /// <summary>The review.</summary>
    public string AuditId { get; init; } = "";

    /// <summary>For stores 1 accepted, 2 pending, 3 refused; for places nearby 3 accepted, 2 refused.</summary>
    public int? Status { get; init; }

    /// <summary>Why it was refused.</summary>
    public string Reason { get; init; } = "";

    /// <summary>For a new store: whether it was added to (true) or made (false).</summary>
    public bool? IsUpgrade { get; init; }

    /// <summary>The store or place; may be empty.</summary>
    public string PoiId { get; init; } = "";
}
