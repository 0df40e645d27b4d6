using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>Writes a card as XML: the names of the JSON card in PascalCase, a list as an element repeated.</summary>
internal static class TemplateCardWriter
{
    public static void Write(XmlReplyWriter xml, TemplateCard card)
    {
        xml.Open("TemplateCard"u8);
        switch (card)
        {
            case TextNoticeCard notice:
                Heading(xml, "text_notice"u8, notice, notice.ActionMenu);
                Emphasis(xml, notice.Emphasis);
                xml.OptionalText("SubTitleText"u8, notice.SubTitle);
                Quote(xml, notice.Quote);
                Fields(xml, notice.Fields);
                Jumps(xml, notice.Jumps);
                Action(xml, notice.Action);
                break;
            case NewsNoticeCard news:
                Heading(xml, "news_notice"u8, news, news.ActionMenu);
                Image(xml, news.Image);
                ImageText(xml, news.ImageText);
                Paragraphs(xml, news.Paragraphs);
                Quote(xml, news.Quote);
                Fields(xml, news.Fields);
                Jumps(xml, news.Jumps);
                Action(xml, news.Action);
                break;
            case ButtonInteractionCard buttons:
                Heading(xml, "button_interaction"u8, buttons, buttons.ActionMenu);
                xml.OptionalText("SubTitleText"u8, buttons.SubTitle);
                Quote(xml, buttons.Quote);
                Fields(xml, buttons.Fields);
                Action(xml, buttons.Action);
                if (buttons.Selection is { } selection)
                    Select(xml, "ButtonSelection"u8, selection);
                Buttons(xml, buttons.Buttons);
                xml.OptionalText("ReplaceText"u8, buttons.ReplaceText);
                break;
            case VoteInteractionCard vote:
                Heading(xml, "vote_interaction"u8, vote, menu: null);
                Checkbox(xml, vote.Checkbox);
                Submit(xml, vote.SubmitButton);
                xml.OptionalText("ReplaceText"u8, vote.ReplaceText);
                break;
            case MultipleInteractionCard multiple:
                Heading(xml, "multiple_interaction"u8, multiple, menu: null);
                foreach (var select in multiple.Selects)
                    Select(xml, "SelectList"u8, select);
                Submit(xml, multiple.SubmitButton);
                xml.OptionalText("ReplaceText"u8, multiple.ReplaceText);
                break;
        }
        xml.Close("TemplateCard"u8);
    }

    private static void Heading(XmlReplyWriter xml, ReadOnlySpan<byte> type, TemplateCard card, CardActionMenu? menu)
    {
        xml.Text("CardType"u8, type);
        if (card.Source is { } source)
        {
            xml.Open("Source"u8);
            xml.OptionalText("IconUrl"u8, source.IconUrl);
            xml.OptionalText("Desc"u8, source.Description);
            xml.Number("DescColor"u8, (int)source.Color);
            xml.Close("Source"u8);
        }
        if (menu is not null)
        {
            xml.Open("ActionMenu"u8);
            xml.OptionalText("Desc"u8, menu.Description);
            foreach (var item in menu.Items)
                Pair(xml, "ActionList"u8, "Text"u8, item.Text, "Key"u8, item.Key);
            xml.Close("ActionMenu"u8);
        }
        if (card.MainTitle is { } title)
            Pair(xml, "MainTitle"u8, "Title"u8, title.Title, "Desc"u8, title.Description);
    }

    private static void Emphasis(XmlReplyWriter xml, CardEmphasis? emphasis)
    {
        if (emphasis is not null)
            Pair(xml, "EmphasisContent"u8, "Title"u8, emphasis.Title, "Desc"u8, emphasis.Description);
    }

    private static void Quote(XmlReplyWriter xml, CardQuote? quote)
    {
        if (quote is null)
            return;
        xml.Open("QuoteArea"u8);
        // This one element is spelt Appid in the platform's own table.
        Target(xml, quote.Link, "Appid"u8);
        xml.OptionalText("Title"u8, quote.Title);
        xml.OptionalText("QuoteText"u8, quote.Text);
        xml.Close("QuoteArea"u8);
    }

    private static void Fields(XmlReplyWriter xml, IReadOnlyList<CardField> fields)
    {
        foreach (var field in fields)
        {
            xml.Open("HorizontalContentList"u8);
            xml.Text("KeyName"u8, field.Name);
            xml.OptionalText("Value"u8, field.Value);
            if (field.Url is { } url)
            {
                xml.Number("Type"u8, 1);
                xml.Text("Url"u8, url);
            }
            else if (field.FileMediaId is { } file)
            {
                xml.Number("Type"u8, 2);
                xml.Text("MediaId"u8, file);
            }
            else if (field.UserId is { } user)
            {
                xml.Number("Type"u8, 3);
                xml.Text("UserId"u8, user);
            }
            xml.Close("HorizontalContentList"u8);
        }
    }

    private static void Jumps(XmlReplyWriter xml, IReadOnlyList<CardJump> jumps)
    {
        foreach (var jump in jumps)
        {
            xml.Open("JumpList"u8);
            xml.Text("Title"u8, jump.Title);
            Target(xml, jump.Link, "AppId"u8);
            xml.Close("JumpList"u8);
        }
    }

    private static void Action(XmlReplyWriter xml, CardLink? link)
    {
        if (link is null)
            return;
        xml.Open("CardAction"u8);
        Target(xml, link, "AppId"u8);
        xml.Close("CardAction"u8);
    }

    private static void Target(XmlReplyWriter xml, CardLink? link, ReadOnlySpan<byte> appIdName)
    {
        if (link?.AppId is { } appId)
        {
            xml.Number("Type"u8, 2);
            xml.Text(appIdName, appId);
            xml.OptionalText("PagePath"u8, link.PagePath);
        }
        else if (link?.Url is { } url)
        {
            xml.Number("Type"u8, 1);
            xml.Text("Url"u8, url);
        }
    }

    private static void Image(XmlReplyWriter xml, CardImage? image)
    {
        if (image is null)
            return;
        xml.Open("CardImage"u8);
        xml.Text("Url"u8, image.Url);
        xml.Number("AspectRatio"u8, image.AspectRatio);
        xml.Close("CardImage"u8);
    }

    private static void ImageText(XmlReplyWriter xml, CardImageText? imageText)
    {
        if (imageText is null)
            return;
        xml.Open("ImageTextArea"u8);
        Target(xml, imageText.Link, "AppId"u8);
        xml.OptionalText("Title"u8, imageText.Title);
        xml.OptionalText("Desc"u8, imageText.Description);
        xml.Text("ImageUrl"u8, imageText.ImageUrl);
        xml.Close("ImageTextArea"u8);
    }

    private static void Paragraphs(XmlReplyWriter xml, IReadOnlyList<CardParagraph> paragraphs)
    {
        foreach (var paragraph in paragraphs)
            Pair(xml, "VerticalContentList"u8, "Title"u8, paragraph.Title, "Desc"u8, paragraph.Text);
    }

    private static void Buttons(XmlReplyWriter xml, IReadOnlyList<CardButton> buttons)
    {
        foreach (var button in buttons)
        {
            xml.Open("ButtonList"u8);
            xml.Text("Text"u8, button.Text);
            xml.Number("Style"u8, button.Style);
            if (button.Url is { } url)
            {
                xml.Number("Type"u8, 1);
                xml.Text("Url"u8, url);
            }
            else
            {
                xml.Text("Key"u8, button.Key);
            }
            xml.Close("ButtonList"u8);
        }
    }

    private static void Select(XmlReplyWriter xml, ReadOnlySpan<byte> element, CardSelect select)
    {
        xml.Open(element);
        xml.Text("QuestionKey"u8, select.QuestionKey);
        xml.OptionalText("Title"u8, select.Title);
        xml.OptionalText("SelectedId"u8, select.SelectedId);
        xml.Flag("Disable"u8, select.IsDisabled);
        foreach (var option in select.Options)
            Pair(xml, "OptionList"u8, "Id"u8, option.Id, "Text"u8, option.Text);
        xml.Close(element);
    }

    private static void Checkbox(XmlReplyWriter xml, CardCheckbox checkbox)
    {
        xml.Open("CheckBox"u8);
        xml.Text("QuestionKey"u8, checkbox.QuestionKey);
        foreach (var option in checkbox.Options)
        {
            xml.Open("OptionList"u8);
            xml.Text("Id"u8, option.Id);
            xml.Text("Text"u8, option.Text);
            xml.Flag("IsChecked"u8, option.IsChecked);
            xml.Close("OptionList"u8);
        }
        xml.Flag("Disable"u8, checkbox.IsDisabled);
        xml.Number("Mode"u8, checkbox.AllowsSeveral ? 1 : 0);
        xml.Close("CheckBox"u8);
    }

    private static void Submit(XmlReplyWriter xml, CardSubmitButton button) =>
        Pair(xml, "SubmitButton"u8, "Text"u8, button.Text, "Key"u8, button.Key);

    private static void Pair(
        XmlReplyWriter xml, ReadOnlySpan<byte> element, ReadOnlySpan<byte> firstName, string first,
        ReadOnlySpan<byte> secondName, string? second)
    {
        xml.Open(element);
        xml.OptionalText(firstName, first);
        xml.OptionalText(secondName, second);
        xml.Close(element);
    }
}
