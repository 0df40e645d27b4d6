using System.Diagnostics;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>
/// What WeCom takes in a template card, in an update as in a message. Lengths that the platform only advises are not
/// checked, and a task id is not asked for: an update has none.
/// </summary>
internal static class TemplateCardLimits
{
    private const int KeyBytes = 1024;
    private const int OptionIdBytes = 128;
    private const int QuestionBytes = 200;
    private const int MaxFields = 6;
    private const int MaxJumps = 3;
    private const int MaxMenuItems = 3;
    private const int MaxParagraphs = 4;
    private const int MaxButtons = 6;
    private const int MaxButtonStyle = 4;
    private const int MaxCheckboxOptions = 20;
    private const int MaxSelects = 3;
    private const int MaxSelectOptions = 10;
    private const double MinAspectRatio = 1.3;
    private const double MaxAspectRatio = 2.25;

    /// <param name="card">The card.</param>
    /// <param name="page">The platform's page to name: that of updates or that of messages.</param>
    /// <exception cref="FieldLimitException">A field is too long, empty or out of range.</exception>
    public static void Check(TemplateCard card, string page)
    {
        var check = new LimitCheck("a template card", page);
        var name = card.GetType().Name;
        check.TaskId($"{name}.TaskId", card.TaskId);
        if (card.Source is { } source)
            check.Range($"{name}.Source.Color", (int)source.Color, (int)CardSourceColor.Grey, (int)CardSourceColor.Green);

        switch (card)
        {
            case TextNoticeCard notice:
                Check(check, notice);
                break;
            case NewsNoticeCard news:
                Check(check, news);
                break;
            case ButtonInteractionCard buttons:
                Check(check, buttons);
                break;
            case VoteInteractionCard vote:
                Check(check, vote);
                break;
            case MultipleInteractionCard multiple:
                Check(check, multiple);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Check(LimitCheck check, TextNoticeCard card)
    {
        const string Name = nameof(TextNoticeCard);
        check.AnyOf($"{Name}.MainTitle.Title, {Name}.SubTitle",
            !string.IsNullOrEmpty(card.MainTitle?.Title) || !string.IsNullOrEmpty(card.SubTitle));
        Link(check, $"{Name}.Action", card.Action);
        Menu(check, Name, card.ActionMenu);
        Quote(check, Name, card.Quote);
        Fields(check, Name, card.Fields);
        Jumps(check, Name, card.Jumps);
    }

    private static void Check(LimitCheck check, NewsNoticeCard card)
    {
        const string Name = nameof(NewsNoticeCard);
        check.Required($"{Name}.MainTitle.Title", card.MainTitle?.Title);
        Link(check, $"{Name}.Action", card.Action);
        check.AnyOf($"{Name}.Image, {Name}.ImageText", card.Image is not null || card.ImageText is not null);
        if (card.Image is { } image)
        {
            check.Required($"{Name}.Image.Url", image.Url);
            check.Range($"{Name}.Image.AspectRatio", image.AspectRatio, MinAspectRatio, MaxAspectRatio);
        }
        if (card.ImageText is { } imageText)
        {
            check.Required($"{Name}.ImageText.ImageUrl", imageText.ImageUrl);
            Link(check, $"{Name}.ImageText.Link", imageText.Link);
        }
        check.Count($"{Name}.Paragraphs", card.Paragraphs.Count, 0, MaxParagraphs);
        for (var i = 0; i < card.Paragraphs.Count; i++)
            check.Required($"{Name}.Paragraphs[{i}].Title", card.Paragraphs[i].Title);
        Menu(check, Name, card.ActionMenu);
        Quote(check, Name, card.Quote);
        Fields(check, Name, card.Fields);
        Jumps(check, Name, card.Jumps);
    }

    private static void Check(LimitCheck check, ButtonInteractionCard card)
    {
        const string Name = nameof(ButtonInteractionCard);
        check.Count($"{Name}.Buttons", card.Buttons.Count, 1, MaxButtons);
        for (var i = 0; i < card.Buttons.Count; i++)
        {
            var button = card.Buttons[i];
            check.Required($"{Name}.Buttons[{i}].Text", button.Text);
            check.Range($"{Name}.Buttons[{i}].Style", button.Style, 1, MaxButtonStyle);
            if (button.Url is { } url)
                check.Required($"{Name}.Buttons[{i}].Url", url);
            else
                check.Required($"{Name}.Buttons[{i}].Key", button.Key, KeyBytes);
        }
        check.Unique($"{Name}.Buttons.Key", card.Buttons.Where(button => button.Url is null).Select(button => button.Key));
        if (card.Selection is { } selection)
            Select(check, $"{Name}.Selection", selection);
        Link(check, $"{Name}.Action", card.Action);
        Menu(check, Name, card.ActionMenu);
        Quote(check, Name, card.Quote);
        Fields(check, Name, card.Fields);
    }

    private static void Check(LimitCheck check, VoteInteractionCard card)
    {
        const string Name = nameof(VoteInteractionCard);
        var checkbox = card.Checkbox;
        check.Required($"{Name}.Checkbox.QuestionKey", checkbox.QuestionKey, KeyBytes);
        check.Count($"{Name}.Checkbox.Options", checkbox.Options.Count, 1, MaxCheckboxOptions);
        for (var i = 0; i < checkbox.Options.Count; i++)
        {
            check.Required($"{Name}.Checkbox.Options[{i}].Id", checkbox.Options[i].Id, OptionIdBytes);
            check.Required($"{Name}.Checkbox.Options[{i}].Text", checkbox.Options[i].Text);
        }
        check.Unique($"{Name}.Checkbox.Options.Id", checkbox.Options.Select(option => option.Id));
        Submit(check, Name, card.SubmitButton);
    }

    private static void Check(LimitCheck check, MultipleInteractionCard card)
    {
        const string Name = nameof(MultipleInteractionCard);
        check.Count($"{Name}.Selects", card.Selects.Count, 1, MaxSelects);
        for (var i = 0; i < card.Selects.Count; i++)
            Select(check, $"{Name}.Selects[{i}]", card.Selects[i]);
        check.Unique($"{Name}.Selects.QuestionKey", card.Selects.Select(select => select.QuestionKey));
        Submit(check, Name, card.SubmitButton);
    }

    private static void Select(LimitCheck check, string field, CardSelect select)
    {
        check.Required($"{field}.QuestionKey", select.QuestionKey, KeyBytes);
        check.Count($"{field}.Options", select.Options.Count, 1, MaxSelectOptions);
        for (var i = 0; i < select.Options.Count; i++)
        {
            check.Required($"{field}.Options[{i}].Id", select.Options[i].Id, OptionIdBytes);
            check.Required($"{field}.Options[{i}].Text", select.Options[i].Text);
        }
        check.Unique($"{field}.Options.Id", select.Options.Select(option => option.Id));
    }

    private static void Submit(LimitCheck check, string card, CardSubmitButton button)
    {
        check.Required($"{card}.SubmitButton.Text", button.Text);
        check.Required($"{card}.SubmitButton.Key", button.Key, KeyBytes);
    }

    private static void Menu(LimitCheck check, string card, CardActionMenu? menu)
    {
        if (menu is null)
            return;
        check.Count($"{card}.ActionMenu.Items", menu.Items.Count, 1, MaxMenuItems);
        for (var i = 0; i < menu.Items.Count; i++)
        {
            check.Required($"{card}.ActionMenu.Items[{i}].Text", menu.Items[i].Text);
            check.Required($"{card}.ActionMenu.Items[{i}].Key", menu.Items[i].Key, KeyBytes);
        }
        check.Unique($"{card}.ActionMenu.Items.Key", menu.Items.Select(item => item.Key));
    }

    private static void Quote(LimitCheck check, string card, CardQuote? quote) => Link(check, $"{card}.Quote.Link", quote?.Link);

    private static void Fields(LimitCheck check, string card, IReadOnlyList<CardField> fields)
    {
        check.Count($"{card}.Fields", fields.Count, 0, MaxFields);
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            check.Required($"{card}.Fields[{i}].Name", field.Name);
            check.AtMostOneOf($"{card}.Fields[{i}].Url, FileMediaId, UserId",
                (field.Url is null ? 0 : 1) + (field.FileMediaId is null ? 0 : 1) + (field.UserId is null ? 0 : 1));
        }
    }

    private static void Jumps(LimitCheck check, string card, IReadOnlyList<CardJump> jumps)
    {
        check.Count($"{card}.Jumps", jumps.Count, 0, MaxJumps);
        for (var i = 0; i < jumps.Count; i++)
        {
            check.Required($"{card}.Jumps[{i}].Title", jumps[i].Title);
            Link(check, $"{card}.Jumps[{i}].Link", jumps[i].Link);
            check.Optional($"{card}.Jumps[{i}].Question", jumps[i].Question, QuestionBytes);
            check.AtMostOneOf($"{card}.Jumps[{i}].Link, Question", (jumps[i].Link is null ? 0 : 1) + (jumps[i].Question is null ? 0 : 1));
        }
    }

    private static void Link(LimitCheck check, string field, CardLink? link)
    {
        if (link is not null)
            check.Required(link.AppId is null ? $"{field}.Url" : $"{field}.AppId", link.AppId ?? link.Url);
    }
}
