using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>Lets a member click on a card; the bot is told by an event with a code for an update.</summary>
internal sealed class CardAction(ConversationLog chats, ResponseCodes codes, MemberAction action, Wording wording)
{
    /// <summary>Clicks.</summary>
    public SendResult Click(WeComApp app, Member member, long messageId, CardClick click)
    {
        var message = chats.Read(app.Name, member.UserId).FirstOrDefault(entry => entry.Id == messageId)?.Active;
        if (message?.Card is not { } card || message.IsRecalled)
            return SendResult.Refused("messageId", wording["Problem_NoCard"]);
        var isMenu = card.ActionMenu?.Items?.Any(item => item.Key == click.Key) == true;
        if (!isMenu && !HasButton(card, click.Key))
            return SendResult.Refused("key", wording["Problem_CardKey", click.Key]);
        if (!isMenu && message.ReplacedButton is not null)
            return SendResult.Refused("key", wording["Problem_CardDone"]);
        foreach (var item in click.SelectedItems ?? [])
        {
            if (!MayChoose(card, item))
                return SendResult.Refused("selectedItems", wording["Problem_CardChoice", item.QuestionKey]);
        }

        return action.Send(app, member, new MemberEvent
        {
            Event = isMenu ? "template_card_menu_event" : "template_card_event",
            EventKey = click.Key,
            TaskId = card.TaskId ?? "",
            CardType = card.CardType,
            ResponseCode = codes.Issue(app.Name, message.MsgId),
            SelectedItems = isMenu ? null : Choices(card, click.SelectedItems ?? []),
        });
    }

    /// <summary>The questions of a card.</summary>
    public static IEnumerable<CardQuestion> QuestionsOf(TemplateCard card) =>
        [.. card.ButtonSelection is { } selection ? [selection] : Array.Empty<CardQuestion>(), .. card.Checkbox is { } checkbox ? [checkbox] : Array.Empty<CardQuestion>(), .. card.Selects ?? []];

    private static bool HasButton(TemplateCard card, string key) =>
        card.SubmitButton?.Key == key || card.Buttons?.Any(button => button.Type == 0 && button.Key == key) == true;

    private static bool MayChoose(TemplateCard card, SelectedItem? item) =>
        item is not null
        && QuestionsOf(card).FirstOrDefault(each => each.QuestionKey == item.QuestionKey) is { IsDisabled: false } question
        && item.OptionIds.All(id => question.Options?.Any(option => option.Id == id) == true)
        && (item.OptionIds.Count <= 1 || (question == card.Checkbox && question.Mode == 1));

    private static IReadOnlyList<SelectedItem> Choices(TemplateCard card, IReadOnlyList<SelectedItem> given) =>
        [.. QuestionsOf(card).Select(question =>
            given.FirstOrDefault(item => item.QuestionKey == question.QuestionKey) ?? new(question.QuestionKey ?? "", AtFirst(card, question)))];

    private static IReadOnlyList<string> AtFirst(TemplateCard card, CardQuestion question)
    {
        var options = question.Options ?? [];
        if (question == card.Checkbox)
            return [.. options.Where(option => option.IsChecked).Select(option => option.Id ?? "")];
        // A drop-down list always shows one of its options.
        return question.SelectedId is { } selected ? [selected] : [.. options.Take(1).Select(option => option.Id ?? "")];
    }
}
