using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>Writes a card as the JSON that messages and updates carry.</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/90236 (模板卡片消息).</remarks>
internal static class TemplateCardJson
{
    /// <summary>Writes the members of a card's object.</summary>
    public static void WriteFields(Utf8JsonWriter json, TemplateCard card)
    {
        json.WriteString("card_type"u8, TypeOf(card));
        json.WriteOptional("task_id"u8, card.TaskId);
        Source(json, card.Source);
        if (card.MainTitle is { } title)
            Pair(json, "main_title"u8, "title"u8, title.Title, "desc"u8, title.Description);
        switch (card)
        {
            case TextNoticeCard notice:
                Menu(json, notice.ActionMenu);
                if (notice.Emphasis is { } emphasis)
                    Pair(json, "emphasis_content"u8, "title"u8, emphasis.Title, "desc"u8, emphasis.Description);
                json.WriteOptional("sub_title_text"u8, notice.SubTitle);
                Quote(json, notice.Quote);
                Fields(json, notice.Fields);
                Jumps(json, notice.Jumps);
                Action(json, notice.Action);
                break;
            case NewsNoticeCard news:
                Menu(json, news.ActionMenu);
                Image(json, news.Image);
                ImageText(json, news.ImageText);
                Paragraphs(json, news.Paragraphs);
                Quote(json, news.Quote);
                Fields(json, news.Fields);
                Jumps(json, news.Jumps);
                Action(json, news.Action);
                break;
            case ButtonInteractionCard buttons:
                Menu(json, buttons.ActionMenu);
                json.WriteOptional("sub_title_text"u8, buttons.SubTitle);
                Quote(json, buttons.Quote);
                Fields(json, buttons.Fields);
                Action(json, buttons.Action);
                if (buttons.Selection is { } selection)
                {
                    json.WriteStartObject("button_selection"u8);
                    Select(json, selection);
                    json.WriteEndObject();
                }
                Buttons(json, buttons.Buttons);
                json.WriteOptional("replace_text"u8, buttons.ReplaceText);
                break;
            case VoteInteractionCard vote:
                Checkbox(json, vote.Checkbox);
                Submit(json, vote.SubmitButton);
                json.WriteOptional("replace_text"u8, vote.ReplaceText);
                break;
            case MultipleInteractionCard multiple:
                Selects(json, multiple.Selects);
                Submit(json, multiple.SubmitButton);
                json.WriteOptional("replace_text"u8, multiple.ReplaceText);
                break;
        }
    }

    private static string TypeOf(TemplateCard card) => card switch
    {
        TextNoticeCard => "text_notice",
        NewsNoticeCard => "news_notice",
        ButtonInteractionCard => "button_interaction",
        VoteInteractionCard => "vote_interaction",
        _ => "multiple_interaction",
    };

    private static void Source(Utf8JsonWriter json, CardSource? source)
    {
        if (source is null)
            return;
        json.WriteStartObject("source"u8);
        json.WriteOptional("icon_url"u8, source.IconUrl);
        json.WriteOptional("desc"u8, source.Description);
        json.WriteNumber("desc_color"u8, (int)source.Color);
        json.WriteEndObject();
    }

    private static void Menu(Utf8JsonWriter json, CardActionMenu? menu)
    {
        if (menu is null)
            return;
        json.WriteStartObject("action_menu"u8);
        json.WriteOptional("desc"u8, menu.Description);
        json.WriteStartArray("action_list"u8);
        foreach (var item in menu.Items)
            Pair(json, "text"u8, item.Text, "key"u8, item.Key);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Quote(Utf8JsonWriter json, CardQuote? quote)
    {
        if (quote is null)
            return;
        json.WriteStartObject("quote_area"u8);
        Target(json, quote.Link);
        json.WriteOptional("title"u8, quote.Title);
        json.WriteOptional("quote_text"u8, quote.Text);
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, IReadOnlyList<CardField> fields)
    {
        if (fields.Count == 0)
            return;
        json.WriteStartArray("horizontal_content_list"u8);
        foreach (var field in fields)
        {
            json.WriteStartObject();
            json.WriteString("keyname"u8, field.Name);
            json.WriteOptional("value"u8, field.Value);
            if (field.Url is { } url)
            {
                json.WriteNumber("type"u8, 1);
                json.WriteString("url"u8, url);
            }
            else if (field.FileMediaId is { } file)
            {
                json.WriteNumber("type"u8, 2);
                json.WriteString("media_id"u8, file);
            }
            else if (field.UserId is { } user)
            {
                json.WriteNumber("type"u8, 3);
                json.WriteString("userid"u8, user);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Jumps(Utf8JsonWriter json, IReadOnlyList<CardJump> jumps)
    {
        if (jumps.Count == 0)
            return;
        json.WriteStartArray("jump_list"u8);
        foreach (var jump in jumps)
        {
            json.WriteStartObject();
            Target(json, jump.Link);
            if (jump.Question is { } question)
            {
                json.WriteNumber("type"u8, 3);
                json.WriteString("question"u8, question);
            }
            json.WriteString("title"u8, jump.Title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Action(Utf8JsonWriter json, CardLink? link)
    {
        if (link is null)
            return;
        json.WriteStartObject("card_action"u8);
        Target(json, link);
        json.WriteEndObject();
    }

    private static void Target(Utf8JsonWriter json, CardLink? link)
    {
        if (link?.AppId is { } appId)
        {
            json.WriteNumber("type"u8, 2);
            json.WriteString("appid"u8, appId);
            json.WriteOptional("pagepath"u8, link.PagePath);
        }
        else if (link?.Url is { } url)
        {
            json.WriteNumber("type"u8, 1);
            json.WriteString("url"u8, url);
        }
    }

    private static void Image(Utf8JsonWriter json, CardImage? image)
    {
        if (image is null)
            return;
        json.WriteStartObject("card_image"u8);
        json.WriteString("url"u8, image.Url);
        json.WriteNumber("aspect_ratio"u8, image.AspectRatio);
        json.WriteEndObject();
    }

    private static void ImageText(Utf8JsonWriter json, CardImageText? imageText)
    {
        if (imageText is null)
            return;
        json.WriteStartObject("image_text_area"u8);
        Target(json, imageText.Link);
        json.WriteOptional("title"u8, imageText.Title);
        json.WriteOptional("desc"u8, imageText.Description);
        json.WriteString("image_url"u8, imageText.ImageUrl);
        json.WriteEndObject();
    }

    private static void Paragraphs(Utf8JsonWriter json, IReadOnlyList<CardParagraph> paragraphs)
    {
        if (paragraphs.Count == 0)
            return;
        json.WriteStartArray("vertical_content_list"u8);
        foreach (var paragraph in paragraphs)
            Pair(json, "title"u8, paragraph.Title, "desc"u8, paragraph.Text);
        json.WriteEndArray();
    }

    private static void Buttons(Utf8JsonWriter json, IReadOnlyList<CardButton> buttons)
    {
        json.WriteStartArray("button_list"u8);
        foreach (var button in buttons)
        {
            json.WriteStartObject();
            json.WriteString("text"u8, button.Text);
            json.WriteNumber("style"u8, button.Style);
            if (button.Url is { } url)
            {
                json.WriteNumber("type"u8, 1);
                json.WriteString("url"u8, url);
            }
            else
            {
                json.WriteString("key"u8, button.Key);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Selects(Utf8JsonWriter json, IReadOnlyList<CardSelect> selects)
    {
        json.WriteStartArray("select_list"u8);
        foreach (var select in selects)
        {
            json.WriteStartObject();
            Select(json, select);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Select(Utf8JsonWriter json, CardSelect select)
    {
        json.WriteString("question_key"u8, select.QuestionKey);
        json.WriteOptional("title"u8, select.Title);
        json.WriteOptional("selected_id"u8, select.SelectedId);
        if (select.IsDisabled)
            json.WriteBoolean("disable"u8, true);
        json.WriteStartArray("option_list"u8);
        foreach (var option in select.Options)
            Pair(json, "id"u8, option.Id, "text"u8, option.Text);
        json.WriteEndArray();
    }

    private static void Checkbox(Utf8JsonWriter json, CardCheckbox checkbox)
    {
        json.WriteStartObject("checkbox"u8);
        json.WriteString("question_key"u8, checkbox.QuestionKey);
        json.WriteNumber("mode"u8, checkbox.AllowsSeveral ? 1 : 0);
        if (checkbox.IsDisabled)
            json.WriteBoolean("disable"u8, true);
        json.WriteStartArray("option_list"u8);
        foreach (var option in checkbox.Options)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, option.Id);
            json.WriteString("text"u8, option.Text);
            json.WriteBoolean("is_checked"u8, option.IsChecked);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Submit(Utf8JsonWriter json, CardSubmitButton button) =>
        Pair(json, "submit_button"u8, "text"u8, button.Text, "key"u8, button.Key);

    private static void Pair(
        Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> firstName, string first, ReadOnlySpan<byte> secondName, string? second)
    {
        json.WritePropertyName(name);
        Pair(json, firstName, first, secondName, second);
    }

    private static void Pair(Utf8JsonWriter json, ReadOnlySpan<byte> firstName, string first, ReadOnlySpan<byte> secondName, string? second)
    {
        json.WriteStartObject();
        json.WriteOptional(firstName, first);
        json.WriteOptional(secondName, second);
        json.WriteEndObject();
    }
}
