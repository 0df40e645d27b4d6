using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>What can be pressed on a card, and what pressing it tells the bot.</summary>
internal static class CardPress
{
    /// <summary>Why it cannot be pressed like this; null when it can.</summary>
    public static SendResult? FindWrong(TemplateCard card, CardClick click, Wording wording)
    {
        var keys = Keys(card);
        if (!IsMenu(card, click) && !keys.Contains(click.Key))
            return SendResult.Refused("key", wording["Problem_CardKey", click.Key, string.Join(", ", keys.Concat(card.ActionMenu?.Items?.Select(item => item.Key) ?? []))]);

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

    /// <summary>Whether an entry of the menu in the upper right corner is pressed.</summary>
    public static bool IsMenu(TemplateCard card, CardClick click) => card.ActionMenu?.Items?.Any(item => item.Key == click.Key) == true;

    /// <summary>What is chosen in each question of the card; null from the menu.</summary>
    public static IReadOnlyList<SelectedItem>? Choices(TemplateCard card, CardClick click) => IsMenu(card, click) ? null :
        [.. Questions(card).Select(question => click.SelectedItems.FirstOrDefault(item => item.QuestionKey == question.QuestionKey)
            ?? new SelectedItem(question.QuestionKey!, AtFirst(card, question)))];

    /// <summary>The card as the member goes on seeing it: with what was chosen.</summary>
    public static TemplateCard Choose(TemplateCard card, CardClick click)
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

    // The keys of what calls back when it is pressed, the menu's left out.
    private static List<string> Keys(TemplateCard card) =>
        [.. (card.Buttons ?? []).Where(button => button.Type == 0).Append(card.SubmitButton).Select(button => button?.Key).OfType<string>()];

    private static IReadOnlyList<string> AtFirst(TemplateCard card, CardQuestion question) => question == card.Checkbox
        ? [.. (question.Options ?? []).Where(option => option.IsChecked).Select(option => option.Id!)]
        : [question.SelectedId ?? question.Options![0].Id!];

    private static List<CardQuestion> Questions(TemplateCard card) =>
        [.. (card.Selects ?? []).Append(card.ButtonSelection).Append(card.Checkbox).OfType<CardQuestion>()];
}
