using System.Globalization;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>A message or event on its way to the bot, with all attempts.</summary>
/// <param name="Id">Number of the delivery.</param>
/// <param name="App">Name of the app.</param>
/// <param name="Member">UserID.</param>
/// <param name="Type">MsgType: text, …, or event.</param>
/// <param name="Event">Event, when the type is event.</param>
/// <param name="MessageId">Number of the conversation's entry.</param>
/// <param name="MsgId">MsgId of the plaintext, a string because it has 64 bits; null for an event.</param>
/// <param name="CreatedAt">When the member sent it.</param>
/// <param name="Plaintext">The XML inside every envelope.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reply">The reply that is shown to the member.</param>
/// <param name="Planned">How many attempts there are at most.</param>
/// <param name="Attempts">The attempts so far.</param>
/// <param name="Faults">The faults that meet it.</param>
public sealed record DeliveryView(
    long Id, string App, string Member, string Type, string? Event, long MessageId, string? MsgId, DateTimeOffset CreatedAt,
    string Plaintext, DeliveryOutcome Outcome, PassiveReply? Reply, int Planned, IReadOnlyList<AttemptView> Attempts,
    IReadOnlyList<FaultKind> Faults)
{
    /// <summary>Shows a delivery in the reader's language.</summary>
    public static DeliveryView Of(Delivery delivery, Wording wording) => new(
        delivery.Id, delivery.App, delivery.Member, delivery.Type, delivery.Event, delivery.MessageId,
        delivery.MsgId?.ToString(CultureInfo.InvariantCulture), delivery.CreatedAt, delivery.Plaintext, delivery.Outcome, delivery.Reply,
        delivery.Planned, [.. delivery.Attempts.Select(attempt => AttemptView.Of(attempt, wording))], delivery.Faults);
}
