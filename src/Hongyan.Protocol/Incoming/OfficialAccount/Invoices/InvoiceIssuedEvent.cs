namespace Hongyan.OfficialAccount;

/// <summary>A platform that makes out invoices has done so, or failed (开票结果, cloud_invoice_invoiceresult_event).</summary>
public sealed record InvoiceIssuedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public InvoiceIssuedEvent()
    {
    }

    internal InvoiceIssuedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        RequestId = payload.Text("fpqqlsh"u8);
        TaxNumber = payload.Text("nsrsbh"u8);
        Status = payload.SmallNumber("status"u8);
    }

    /// <summary>The number of the request (发票请求流水号).</summary>
    public string RequestId { get; init; } = "";

    /// <summary>The tax number of the issuer (纳税人识别号).</summary>
    public string TaxNumber { get; init; } = "";

    /// <summary>The outcome as the platform numbers it.</summary>
    public int? Status { get; init; }
}
