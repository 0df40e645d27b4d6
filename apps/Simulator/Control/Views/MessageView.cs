using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Resources;

namespace Hongyan.Simulator.Control;

/// <summary>One entry of a conversation.</summary>
/// <param name="Id">Number of the entry.</param>
/// <param name="App">Name of the app or 公众号, or of the robot that sent it.</param>
/// <param name="Member">UserID or OpenID; in a group of who speaks, and empty where no member does.</param>
/// <param name="ChatId">The group; null in the conversation of an app with one member.</param>
/// <param name="Direction">in: from the member to the app; out: from the app; system: a remark of the simulator.</param>
/// <param name="Type">MsgType, <c>event</c>, <c>notice</c> (what the platform itself says in the account's name) or <c>problem</c>.</param>
/// <param name="Content">The text; for other types a line that sums it up.</param>
/// <param name="Details">The message, event, reply, active message or finding with all its fields.</param>
/// <param name="Time">When it was said.</param>
/// <param name="DeliveryId">The delivery it belongs to; null for what belongs to none.</param>
/// <param name="CallId">The API call that sent it; null for anything else.</param>
public sealed record MessageView(
    long Id, string App, string Member, string? ChatId, ChatDirection Direction, string Type, string Content, object? Details, DateTimeOffset Time, long? DeliveryId,
    long? CallId)
{
    /// <summary>Shows an entry in the reader's language.</summary>
    public static MessageView Of(ChatMessage message, Wording wording) => new(
        message.Id, message.App, message.Member, message.ChatId, message.Direction, message.Type, wording.Of(message),
        message.Finding is { } finding ? FindingView.Of(finding, wording) : (object?)message.Message ?? (object?)message.Event ?? (object?)message.Reply ?? message.Active
            ?? (object?)message.ToRobot ?? message.FromRobot,
        message.Time, message.DeliveryId, message.Active?.CallId ?? message.FromRobot?.CallId);
}
