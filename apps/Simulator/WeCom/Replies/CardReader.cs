using System.Globalization;
using System.Xml.Linq;

namespace Hongyan.Simulator.WeCom;

/// <summary>Reads the card of a passive reply: the JSON card's names in capitals, and lists as repeated elements.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90241.</remarks>
internal static class CardReader
{
    /// <summary>The card inside a TemplateCard element.</summary>
    public static TemplateCard Read(XElement card) => new()
    {
        CardType = Text(card, "CardType"),
        Source = One(card, "Source", each => new CardSource { IconUrl = Text(each, "IconUrl"), Description = Text(each, "Desc"), Color = Number(each, "DescColor") }),
        ActionMenu = One(card, "ActionMenu", each => new CardMenu { Description = Text(each, "Desc"), Items = Many(each, "ActionList", ReadButton) }),
        MainTitle = One(card, "MainTitle", ReadTitle),
        TaskId = Text(card, "TaskId"),
        Quote = One(card, "QuoteArea", each => new CardQuote
        {
            Type = Number(each, "Type"), Url = Text(each, "Url"), AppId = Text(each, "Appid") ?? Text(each, "AppId"),
            PagePath = Text(each, "PagePath"), Title = Text(each, "Title"), Text = Text(each, "QuoteText"),
        }),
        Emphasis = One(card, "EmphasisContent", ReadTitle),
        SubTitle = Text(card, "SubTitleText"),
        Fields = Many(card, "HorizontalContentList", each => new CardField
        {
            Type = Number(each, "Type"), Name = Text(each, "KeyName"), Value = Text(each, "Value"), Url = Text(each, "Url"),
            MediaId = Text(each, "MediaId"), UserId = Text(each, "UserId"),
        }),
        Paragraphs = Many(card, "VerticalContentList", ReadTitle),
        Jumps = Many(card, "JumpList", ReadLink),
        Action = One(card, "CardAction", ReadLink),
        Image = One(card, "CardImage", each => new CardImage { Url = Text(each, "Url"), AspectRatio = Ratio(each) }),
        ImageText = One(card, "ImageTextArea", each => new CardImageText
        {
            Type = Number(each, "Type"), Url = Text(each, "Url"), AppId = Text(each, "AppId"), PagePath = Text(each, "PagePath"),
            Title = Text(each, "Title"), Description = Text(each, "Desc"), ImageUrl = Text(each, "ImageUrl"),
        }),
        ButtonSelection = One(card, "ButtonSelection", ReadQuestion),
        Buttons = Many(card, "ButtonList", ReadButton),
        Checkbox = One(card, "CheckBox", ReadQuestion),
        Selects = Many(card, "SelectList", ReadQuestion),
        SubmitButton = One(card, "SubmitButton", ReadButton),
        ReplaceText = Text(card, "ReplaceText"),
    };

    private static CardTitle ReadTitle(XElement from) => new() { Title = Text(from, "Title"), Description = Text(from, "Desc") };

    private static CardLink ReadLink(XElement from) => new()
    {
        Type = Number(from, "Type"), Title = Text(from, "Title"), Url = Text(from, "Url"), AppId = Text(from, "AppId"), PagePath = Text(from, "PagePath"),
    };

    private static CardButton ReadButton(XElement from) => new()
    {
        Text = Text(from, "Text"), Key = Text(from, "Key"), Style = Number(from, "Style"), Type = Number(from, "Type"), Url = Text(from, "Url"),
    };

    private static CardQuestion ReadQuestion(XElement from) => new()
    {
        QuestionKey = Text(from, "QuestionKey"), Title = Text(from, "Title"), Mode = Number(from, "Mode"), SelectedId = Text(from, "SelectedId"),
        IsDisabled = Truth(from, "Disable"),
        Options = Many(from, "OptionList", each => new CardOption { Id = Text(each, "Id"), Text = Text(each, "Text"), IsChecked = Truth(each, "IsChecked") }),
    };

    private static T? One<T>(XElement from, string name, Func<XElement, T> read)
        where T : class => from.Element(name) is { } element ? read(element) : null;

    private static List<T>? Many<T>(XElement from, string name, Func<XElement, T> read) =>
        from.Elements(name).Select(read).ToList() is { Count: > 0 } all ? all : null;

    private static string? Text(XElement from, string name) => from.Element(name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static int Number(XElement from, string name) =>
        int.TryParse(Text(from, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static bool Truth(XElement from, string name) => Text(from, name) is "1" or "true" or "True";

    private static double? Ratio(XElement from) =>
        double.TryParse(Text(from, "AspectRatio"), NumberStyles.Float, CultureInfo.InvariantCulture, out var ratio) ? ratio : null;
}
