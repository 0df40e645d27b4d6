namespace Hongyan.OfficialAccount;

/// <summary>A person allowed an invoice to be made out, or refused (电子发票授权, user_authorize_invoice).</summary>
public sealed record InvoiceAuthorizedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public InvoiceAuthorizedEvent()
    {
    }

    internal InvoiceAuthorizedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        SucceededOrderId = payload.Text("SuccOrderId"u8);
        FailedOrderId = payload.Text("FailOrderId"u8);
        AppId = payload.Text("AuthorizeAppId"u8);
        Source = payload.Text("Source"u8);
    }

    /// <summary>The order whose invoice is allowed; empty where it is refused.</summary>
    public string SucceededOrderId { get; init; } = "";

    /// <summary>The order whose invoice is refused.</summary>
    public string FailedOrderId { get; init; } = "";

    /// <summary>The account that was allowed to.</summary>
    public string AppId { get; init; } = "";

    /// <summary>Where: <c>web</c>, <c>app</c>, <c>wxa</c>, <c>wap</c>.</summary>
    public string Source { get; init; } = "";
}
