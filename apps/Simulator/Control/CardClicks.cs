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

        var isMenu = card.ActionMenu?.Items?.Any(item => item.Key == click.Key) == true;
        var keys = Keys(card);
        if (!isMenu && !keys.Contains(click.Key))
            return SendResult.Refused("key", wording["Problem_CardKey", click.Key, string.Join(", ", keys.Concat(card.ActionMenu?.Items?.Select(item => item.Key) ?? []))]);
        if (FindWrongChoice(card, click) is { } wrong)
            return wrong;

        var happened = new MemberEvent
        {
            Event = isMenu ? "template_card_menu_event" : "template_card_event",
            EventKey = click.Key,
            TaskId = card.TaskId ?? "",
            CardType = card.CardType,
            ResponseCode = codes.Issue(app.Name, message.MsgId),
            SelectedItems = isMenu ? null : Choices(card, click),
        };
        if (!isMenu)
            chats.Change(each => each.Id == entry.Id, each => each with { Active = each.Active! with { Card = Choose(card, click) } });
        return SendResult.Started(engine.Send(WeComOutgoing.Of(app, member.UserId, WeComEvents.Find(happened.Event)!, happened)));
    }

    /// <summary>The keys of what calls back when it is pressed, the menu's left out.</summary>
    private static List<string> Keys(TemplateCard card) =>
        [.. (card.Buttons ?? []).Where(button => button.Type == 0).Append(card.SubmitButton).Select(button => button?.Key).OfType<string>()];

    private SendResult? FindWrongChoice(TemplateCard card, CardClick click)
    {
        var questions = Questions(card);
        foreach (var item in click.SelectedItems)
        {
            if (questions.FirstOrDefault(question => question.QuestionKey == item.QuestionKey) is not { } question)
                return SendResult.Refused("selectedItems", wording["Problem_CardQuestion", item.QuestionKey]);
            var wrong = item.OptionIds.FirstOrDefault(id => question.Options?.Any(option => option.Id == id) != true)
                ?? (item.OptionIds.Count > 1 && question.Mode == 0 ? item.OptionIds[1] : null);
            if (wrong is not null)
                return SendResult.Refused("selectedItems", wording["Problem_CardOption", item.QuestionKey, wrong]);
        }
        return null;
    }

    private static IReadOnlyList<SelectedItem> Choices(TemplateCard card, CardClick click) =>
        [.. Questions(card).Select(question => click.SelectedItems.FirstOrDefault(item => item.QuestionKey == question.QuestionKey)
            ?? new SelectedItem(question.QuestionKey!, AtFirst(card, question)))];

    private static IReadOnlyList<string> AtFirst(TemplateCard card, CardQuestion question) => question == card.Checkbox
        ? [.. (question.Options ?? []).Where(option => option.IsChecked).Select(option => option.Id!)]
        : [question.SelectedId ?? question.Options![0].Id!];

    // The member goes on seeing what was chosen.
    private static TemplateCard Choose(TemplateCard card, CardClick click)
    {
        return card with
        {
            ButtonSelection = After(card.ButtonSelection),
            Checkbox = After(card.Checkbox),
            Selects = card.Selects is { } selects ? [.. selects.Select(question => After(question)!)] : null,
        };

        CardQuestion? After(CardQuestion? question) =>
            question is null || click.SelectedItems.FirstOrDefault(item => item.QuestionKey == question.QuestionKey) is not { } chosen ? question
            : question with
            {
                SelectedId = chosen.OptionIds is [var first, ..] ? first : question.SelectedId,
                Options = [.. (question.Options ?? []).Select(option => option with { IsChecked = chosen.OptionIds.Contains(option.Id ?? "") })],
            };
    }

    private static List<CardQuestion> Questions(TemplateCard card) =>
        [.. (card.Selects ?? []).Append(card.ButtonSelection).Append(card.Checkbox).OfType<CardQuestion>()];
}
