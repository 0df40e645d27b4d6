namespace Hongyan.OfficialAccount;

/// <summary>The state of an invoice in a person's cards changed (发票状态更新, update_invoice_status).</summary>
public sealed record InvoiceStatusEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public InvoiceStatusEvent()
    {
    }

    internal InvoiceStatusEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Status = payload.Text("Status"u8);
        CardId = payload.Text("CardId"u8);
        Code = payload.Text("Code"u8);
    }

    /// <summary><c>INVOICE_REIMBURSE_INIT</c>, <c>INVOICE_REIMBURSE_LOCK</c>, <c>INVOICE_REIMBURSE_CLOSURE</c> …</summary>
    public string Status { get; init; } = "";

    /// <summary>The kind of invoice card.</summary>
    public string CardId { get; init; } = "";

    /// <summary>The code of this invoice.</summary>
    public string Code { get; init; } = "";
}
