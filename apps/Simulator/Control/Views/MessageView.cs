using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Resources;

namespace Hongyan.Simulator.Control;

/// <summary>One entry of a conversation.</summary>
/// <param name="Id">Number of the entry.</param>
/// <param name="App">Name of the app.</param>
/// <param name="Member">UserID.</param>
/// <param name="Direction">in: from the member to the app; out: from the app; system: a remark of the simulator.</param>
/// <param name="Type">MsgType, <c>event</c> or <c>problem</c>.</param>
/// <param name="Content">The text; for other types a line that sums it up.</param>
/// <param name="Details">The message, event, reply or finding with all its fields.</param>
/// <param name="Time">When it was said.</param>
/// <param name="DeliveryId">The delivery it belongs to.</param>
public sealed record MessageView(
    long Id, string App, string Member, ChatDirection Direction, string Type, string Content, object? Details, DateTimeOffset Time, long DeliveryId)
{
    /// <summary>Shows an entry in the reader's language.</summary>
    public static MessageView Of(ChatMessage message, Wording wording) => new(
        message.Id, message.App, message.Member, message.Direction, message.Type, wording.Of(message),
        message.Finding is { } finding ? FindingView.Of(finding, wording) : (object?)message.Message ?? (object?)message.Event ?? message.Reply,
        message.Time, message.DeliveryId);
}
