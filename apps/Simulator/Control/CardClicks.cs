using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>Presses a button of a card as a member: the app's bot gets template_card_event, or template_card_menu_event from the menu.</summary>
internal sealed class CardClicks(DeliveryEngine engine, ConversationLog chats, ResponseCodes codes, Wording wording)
{
    /// <summary>Checks whether the member could press it, and sends the event.</summary>
    /// <param name="app">The app that sent the card.</param>
    /// <param name="member">Who presses.</param>
    /// <param name="entry">The entry of the conversation that holds the card.</param>
    /// <param name="click">What is pressed.</param>
    public SendResult Click(WeComApp app, Member member, ChatMessage entry, CardClick click)
    {
        var message = entry.Active!;
        var card = message.Card!;
        if (message.ReplacedButton is { } replaced)
            return SendResult.Refused("key", wording["Problem_CardAnswered", replaced]);
        if (CardPress.FindWrong(card, click, wording) is { } wrong)
            return wrong;

        var isMenu = CardPress.IsMenu(card, click);
        var happened = new MemberEvent
        {
            Event = isMenu ? "template_card_menu_event" : "template_card_event",
            EventKey = click.Key,
            TaskId = card.TaskId ?? "",
            CardType = card.CardType,
            ResponseCode = codes.Issue(app.Name, message.MsgId),
            SelectedItems = CardPress.Choices(card, click),
        };
        if (!isMenu)
            chats.Change(each => each.Id == entry.Id, each => each with { Active = each.Active! with { Card = CardPress.Choose(card, click) } });
        return SendResult.Started(engine.Send(WeComOutgoing.Of(app, member.UserId, WeComEvents.Find(happened.Event)!, happened)));
    }
}
