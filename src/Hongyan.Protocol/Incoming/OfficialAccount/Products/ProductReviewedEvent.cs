namespace Hongyan.OfficialAccount;

/// <summary>The page of a product was reviewed (商品审核结果, user_scan_product_verify_action).</summary>
public sealed record ProductReviewedEvent : ProductEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ProductReviewedEvent()
    {
    }

    internal ProductReviewedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Result = payload.Text("Result"u8);
        Reason = payload.Text("ReasonMsg"u8);
    }

    /// <summary><c>verify_ok</c> or <c>verify_not_pass</c>.</summary>
    public string Result { get; init; } = "";

    /// <summary>Why it was refused.</summary>
    public string Reason { get; init; } = "";
}
