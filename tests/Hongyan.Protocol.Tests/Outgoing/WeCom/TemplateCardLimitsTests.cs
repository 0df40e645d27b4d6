using Hongyan.WeCom;

namespace Hongyan.Tests.Outgoing.WeCom;

public class TemplateCardLimitsTests
{
    private static readonly TextNoticeCard Text = new() { MainTitle = "标题", Action = "https://a.example" };
    private static readonly NewsNoticeCard News = new() { MainTitle = "标题", Action = "https://a.example", Image = new("https://p.example") };
    private static readonly ButtonInteractionCard Buttons = new() { Buttons = [new("好", "ok")] };
    private static readonly CardCheckbox Checkbox = new() { QuestionKey = "q", Options = [new("a", "甲")] };
    private static readonly VoteInteractionCard Vote = new() { Checkbox = Checkbox, SubmitButton = new("提交", "s") };
    private static readonly CardSelect Select = new() { QuestionKey = "q", Options = [new("a", "甲")] };
    private static readonly MultipleInteractionCard Multiple = new() { Selects = [Select], SubmitButton = new("提交", "s") };

    /// <summary>One card just inside a limit, one just outside, and the field that must be named.</summary>
    public static TheoryData<string, TemplateCard, TemplateCard> Limits => new()
    {
        { "TextNoticeCard.TaskId", Text with { TaskId = new('a', 128) }, Text with { TaskId = new('a', 129) } },
        { "TextNoticeCard.TaskId", Text with { TaskId = "aZ09_-@" }, Text with { TaskId = "任务 1" } },
        { "TextNoticeCard.Source.Color", Text with { Source = new() { Color = CardSourceColor.Green } }, Text with { Source = new() { Color = (CardSourceColor)4 } } },
        { "TextNoticeCard.MainTitle.Title, TextNoticeCard.SubTitle", Text with { MainTitle = null, SubTitle = "a" }, Text with { MainTitle = null } },
        { "TextNoticeCard.Action.Url", Text, Text with { Action = "" } },
        { "TextNoticeCard.Action.AppId", Text with { Action = CardLink.ToMiniProgram("wx") }, Text with { Action = CardLink.ToMiniProgram("") } },
        { "TextNoticeCard.ActionMenu.Items", Text with { ActionMenu = Menu(3) }, Text with { ActionMenu = Menu(4) } },
        { "TextNoticeCard.ActionMenu.Items", Text with { ActionMenu = Menu(1) }, Text with { ActionMenu = Menu(0) } },
        { "TextNoticeCard.ActionMenu.Items[0].Text", Text with { ActionMenu = Menu(new CardMenuItem("a", "k")) }, Text with { ActionMenu = Menu(new CardMenuItem("", "k")) } },
        { "TextNoticeCard.ActionMenu.Items[0].Key", Text with { ActionMenu = Menu(new CardMenuItem("a", new('k', 1024))) }, Text with { ActionMenu = Menu(new CardMenuItem("a", new('k', 1025))) } },
        { "TextNoticeCard.ActionMenu.Items.Key", Text with { ActionMenu = Menu(new CardMenuItem("a", "1"), new("b", "2")) }, Text with { ActionMenu = Menu(new CardMenuItem("a", "1"), new("b", "1")) } },
        { "TextNoticeCard.Quote.Link.Url", Text with { Quote = new() { Link = "u" } }, Text with { Quote = new() { Link = "" } } },
        { "TextNoticeCard.Fields", Text with { Fields = Fields(6) }, Text with { Fields = Fields(7) } },
        { "TextNoticeCard.Fields[0].Name", Text with { Fields = [new("a")] }, Text with { Fields = [new("")] } },
        { "TextNoticeCard.Fields[0].Url, FileMediaId, UserId", Text with { Fields = [new("a") { Url = "u" }] }, Text with { Fields = [new("a") { Url = "u", UserId = "m" }] } },
        { "TextNoticeCard.Jumps", Text with { Jumps = Jumps(3) }, Text with { Jumps = Jumps(4) } },
        { "TextNoticeCard.Jumps[0].Title", Text with { Jumps = [new("a")] }, Text with { Jumps = [new("")] } },
        { "TextNoticeCard.Jumps[0].Link.Url", Text with { Jumps = [new("a", "u")] }, Text with { Jumps = [new("a", "")] } },
        { "NewsNoticeCard.MainTitle.Title", News, News with { MainTitle = null } },
        { "NewsNoticeCard.Image, NewsNoticeCard.ImageText", News with { Image = null, ImageText = new("u") }, News with { Image = null } },
        { "NewsNoticeCard.Image.Url", News, News with { Image = new("") } },
        { "NewsNoticeCard.Image.AspectRatio", News with { Image = new("u") { AspectRatio = 2.25 } }, News with { Image = new("u") { AspectRatio = 2.26 } } },
        { "NewsNoticeCard.Image.AspectRatio", News with { Image = new("u") { AspectRatio = 1.3 } }, News with { Image = new("u") { AspectRatio = 1.29 } } },
        { "NewsNoticeCard.Image.AspectRatio", News, News with { Image = new("u") { AspectRatio = double.NaN } } },
        { "NewsNoticeCard.ImageText.ImageUrl", News with { ImageText = new("u") }, News with { ImageText = new("") } },
        { "NewsNoticeCard.Paragraphs", News with { Paragraphs = Paragraphs(4) }, News with { Paragraphs = Paragraphs(5) } },
        { "NewsNoticeCard.Paragraphs[0].Title", News with { Paragraphs = [new("a")] }, News with { Paragraphs = [new("")] } },
        { "ButtonInteractionCard.Buttons", Buttons with { Buttons = ButtonList(6) }, Buttons with { Buttons = ButtonList(7) } },
        { "ButtonInteractionCard.Buttons", Buttons with { Buttons = ButtonList(1) }, Buttons with { Buttons = [] } },
        { "ButtonInteractionCard.Buttons[0].Text", Buttons, Buttons with { Buttons = [new("", "k")] } },
        { "ButtonInteractionCard.Buttons[0].Key", Buttons with { Buttons = [new("a", new('k', 1024))] }, Buttons with { Buttons = [new("a", new('k', 1025))] } },
        { "ButtonInteractionCard.Buttons[0].Style", Buttons with { Buttons = [new("a", "k") { Style = 4 }] }, Buttons with { Buttons = [new("a", "k") { Style = 5 }] } },
        { "ButtonInteractionCard.Buttons[0].Style", Buttons, Buttons with { Buttons = [new("a", "k") { Style = 0 }] } },
        { "ButtonInteractionCard.Buttons[0].Url", Buttons with { Buttons = [CardButton.ToUrl("a", "u")] }, Buttons with { Buttons = [CardButton.ToUrl("a", "")] } },
        { "ButtonInteractionCard.Buttons.Key", Buttons with { Buttons = [CardButton.ToUrl("a", "u"), CardButton.ToUrl("b", "u")] }, Buttons with { Buttons = [new("a", "k"), new("b", "k")] } },
        { "ButtonInteractionCard.Selection.Options", Buttons with { Selection = Select }, Buttons with { Selection = Select with { Options = [] } } },
        { "VoteInteractionCard.Checkbox.QuestionKey", Vote with { Checkbox = Checkbox with { QuestionKey = new('k', 1024) } }, Vote with { Checkbox = Checkbox with { QuestionKey = new('k', 1025) } } },
        { "VoteInteractionCard.Checkbox.Options", Vote with { Checkbox = Checkbox with { Options = Ticks(20) } }, Vote with { Checkbox = Checkbox with { Options = Ticks(21) } } },
        { "VoteInteractionCard.Checkbox.Options[0].Id", Vote with { Checkbox = Checkbox with { Options = [new(new('i', 128), "甲")] } }, Vote with { Checkbox = Checkbox with { Options = [new(new('i', 129), "甲")] } } },
        { "VoteInteractionCard.Checkbox.Options[0].Text", Vote, Vote with { Checkbox = Checkbox with { Options = [new("a", "")] } } },
        { "VoteInteractionCard.Checkbox.Options.Id", Vote, Vote with { Checkbox = Checkbox with { Options = [new("a", "甲"), new("a", "乙")] } } },
        { "VoteInteractionCard.SubmitButton.Text", Vote, Vote with { SubmitButton = new("", "s") } },
        { "VoteInteractionCard.SubmitButton.Key", Vote with { SubmitButton = new("a", new('k', 1024)) }, Vote with { SubmitButton = new("a", new('k', 1025)) } },
        { "MultipleInteractionCard.Selects", Multiple with { Selects = Selects(3) }, Multiple with { Selects = Selects(4) } },
        { "MultipleInteractionCard.Selects", Multiple, Multiple with { Selects = [] } },
        { "MultipleInteractionCard.Selects.QuestionKey", Multiple with { Selects = Selects(2) }, Multiple with { Selects = [Select, Select] } },
        { "MultipleInteractionCard.Selects[0].QuestionKey", Multiple, Multiple with { Selects = [Select with { QuestionKey = "" }] } },
        { "MultipleInteractionCard.Selects[0].Options", Multiple with { Selects = [Select with { Options = Options(10) }] }, Multiple with { Selects = [Select with { Options = Options(11) }] } },
        { "MultipleInteractionCard.Selects[0].Options[0].Id", Multiple with { Selects = [Select with { Options = [new(new('i', 128), "甲")] }] }, Multiple with { Selects = [Select with { Options = [new(new('i', 129), "甲")] }] } },
        { "MultipleInteractionCard.Selects[0].Options[0].Text", Multiple, Multiple with { Selects = [Select with { Options = [new("a", "")] }] } },
        { "MultipleInteractionCard.Selects[0].Options.Id", Multiple, Multiple with { Selects = [Select with { Options = [new("a", "甲"), new("a", "乙")] }] } },
        { "MultipleInteractionCard.SubmitButton.Key", Multiple, Multiple with { SubmitButton = new("a", "") } },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Write_CardAtTheLimit_Passes(string field, TemplateCard inside, TemplateCard outside)
    {
        Assert.NotEqual(inside, outside);
        Assert.StartsWith(inside.GetType().Name, field, StringComparison.Ordinal);
        Assert.NotNull(ReplyXml.Read(inside));
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Write_CardBeyondTheLimit_NamesTheField(string field, TemplateCard inside, TemplateCard outside)
    {
        Assert.NotEqual(inside, outside);
        var exception = Assert.Throws<FieldLimitException>(() => ReplyXml.Read(outside));
        Assert.Equal(field, exception.Field);
        Assert.StartsWith(field, exception.Message, StringComparison.Ordinal);
        Assert.Contains("developer.work.weixin.qq.com", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LongerThanAdvised_Passes() =>
        Assert.NotNull(ReplyXml.Read(Text with { MainTitle = new CardTitle(new('标', 60), new('题', 60)), SubTitle = new('文', 300) }));

    private static CardActionMenu Menu(int count) =>
        Menu([.. Enumerable.Range(0, count).Select(i => new CardMenuItem("a", $"{i}"))]);

    private static CardActionMenu Menu(params IReadOnlyList<CardMenuItem> items) => new() { Items = items };

    private static CardField[] Fields(int count) => [.. Enumerable.Range(0, count).Select(i => new CardField($"{i}"))];

    private static CardJump[] Jumps(int count) => [.. Enumerable.Range(0, count).Select(i => new CardJump($"{i}"))];

    private static CardParagraph[] Paragraphs(int count) => [.. Enumerable.Range(0, count).Select(i => new CardParagraph($"{i}"))];

    private static CardButton[] ButtonList(int count) => [.. Enumerable.Range(0, count).Select(i => new CardButton("a", $"{i}"))];

    private static CardCheckboxOption[] Ticks(int count) => [.. Enumerable.Range(0, count).Select(i => new CardCheckboxOption($"{i}", "a"))];

    private static CardSelect[] Selects(int count) => [.. Enumerable.Range(0, count).Select(i => Select with { QuestionKey = $"{i}" })];

    private static CardOption[] Options(int count) => [.. Enumerable.Range(0, count).Select(i => new CardOption($"{i}", "a"))];
}
