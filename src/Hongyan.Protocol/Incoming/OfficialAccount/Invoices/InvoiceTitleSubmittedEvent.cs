namespace Hongyan.OfficialAccount;

/// <summary>A person handed in the title for an invoice (提交发票抬头, submit_invoice_title).</summary>
public sealed record InvoiceTitleSubmittedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public InvoiceTitleSubmittedEvent()
    {
    }

    internal InvoiceTitleSubmittedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        TitleType = payload.Text("title_type"u8);
        Title = payload.Text("title"u8);
        TaxNumber = payload.Text("tax_no"u8);
        Phone = payload.Text("phone"u8);
        Address = payload.Text("addr"u8);
        Bank = payload.Text("bank_type"u8);
        BankAccount = payload.Text("bank_no"u8);
        Attachment = payload.Text("attach"u8);
    }

    /// <summary><c>InvoiceUserTitlePersonType</c> or <c>InvoiceUserTitleBusinessType</c>.</summary>
    public string TitleType { get; init; } = "";

    /// <summary>The title (抬头).</summary>
    public string Title { get; init; } = "";

    /// <summary>The tax number (税号).</summary>
    public string TaxNumber { get; init; } = "";

    /// <summary>The telephone number.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The address.</summary>
    public string Address { get; init; } = "";

    /// <summary>The bank.</summary>
    public string Bank { get; init; } = "";

    /// <summary>The account at the bank.</summary>
    public string BankAccount { get; init; } = "";

    /// <summary>What the code that asked for it carries.</summary>
    public string Attachment { get; init; } = "";
}
