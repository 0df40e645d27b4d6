using Hongyan.Simulator.Chat;

namespace Hongyan.Simulator.WeCom;

/// <summary>Changes cards that people already have.</summary>
public sealed class CardUpdates(ConversationLog chats)
{
    /// <summary>Changes the card that a member clicked as the bot's passive reply says. Others who have the card see no change.</summary>
    public void Apply(Delivery delivery, PassiveReply reply)
    {
        var entry = chats.Read(delivery.App, delivery.Member).FirstOrDefault(each => each.DeliveryId == delivery.Id && each.Event is not null);
        if (!reply.IsCardUpdate || entry?.Event?.TaskId is not { } taskId)
            return;
        chats.Change(
            message => message.App == delivery.App && message.Member == delivery.Member && message.Active?.Card?.TaskId == taskId,
            message => message with { Active = Update(message.Active!, reply) });
    }

    private static ActiveMessage Update(ActiveMessage message, PassiveReply reply) =>
        reply.Card is { } card ? Replace(message, card) : message with { ReplacedButton = reply.ReplaceName };

    /// <summary>The message with another card. What the buttons give way to is in the card; a card without it can be clicked again.</summary>
    public static ActiveMessage Replace(ActiveMessage message, TemplateCard card) => message with
    {
        // An update may leave the task id out; the card stays the same one.
        Card = card with { TaskId = card.TaskId ?? message.Card?.TaskId },
        ReplacedButton = card.ReplaceText,
    };
}
