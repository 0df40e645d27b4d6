using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>What a member did with a robot, and all that came of it.</summary>
/// <param name="Delivery">How it got to the bot.</param>
/// <param name="Answers">What the robot answered and the simulator remarked, oldest first; streams are as they ended.</param>
/// <param name="Stream">The stream's refreshes; null where there were none.</param>
public sealed record RobotTurnView(DeliveryView Delivery, IReadOnlyList<MessageView> Answers, StreamView? Stream)
{
    /// <summary>Shows a turn in the reader's language.</summary>
    public static RobotTurnView Of(Delivery delivery, string? chatId, ConversationLog chats, StreamProgress? stream, Wording wording)
    {
        var conversation = chatId is null ? chats.Read(delivery.App, delivery.Member) : chats.ReadGroup(chatId);
        return new(
            DeliveryView.Of(delivery, wording),
            [.. conversation.Where(entry => entry.DeliveryId == delivery.Id && entry.Direction != ChatDirection.In).Select(entry => MessageView.Of(entry, wording))],
            stream is null ? null : StreamView.Of(stream, wording));
    }
}
