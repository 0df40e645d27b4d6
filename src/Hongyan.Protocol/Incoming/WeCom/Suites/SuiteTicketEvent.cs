namespace Hongyan.WeCom;

/// <summary>The ticket of a suite (推送suite_ticket), every ten minutes. Its answer must be <c>success</c>.</summary>
public sealed record SuiteTicketEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SuiteTicketEvent()
    {
    }

    internal SuiteTicketEvent(in Protocol.PayloadFields payload)
        : base(payload) => Ticket = payload.Text("SuiteTicket"u8);

    /// <summary>The ticket, for the suite's access token. It is a secret: keep it out of logs.</summary>
    public string Ticket { get; init; } = "";
}
