namespace Hongyan.OfficialAccount;

/// <summary>The ticket that a third-party platform needs for its token, every ten minutes (验证票据推送, component_verify_ticket).</summary>
public sealed record ComponentTicketEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ComponentTicketEvent()
    {
    }

    internal ComponentTicketEvent(in Protocol.PayloadFields payload)
        : base(payload) => Ticket = payload.Text("ComponentVerifyTicket"u8);

    /// <summary>The ticket; valid for twelve hours. Keep it, and keep it out of logs.</summary>
    public string Ticket { get; init; } = "";
}
