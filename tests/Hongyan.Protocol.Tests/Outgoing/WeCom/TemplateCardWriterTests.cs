using Hongyan.WeCom;

namespace Hongyan.Tests.Outgoing.WeCom;

public class TemplateCardWriterTests
{
    private const string Link = "https://jira.example/42";

    [Fact]
    public void Write_FullTextNotice_HasEveryPart()
    {
        var xml = ReplyXml.Read(new TextNoticeCard
        {
            Source = new CardSource { IconUrl = "https://p.example/i.png", Description = "缺陷", Color = CardSourceColor.Green },
            MainTitle = new CardTitle("BUG-42", "登录失败"),
            ActionMenu = new CardActionMenu { Description = "更多", Items = [new("关闭", "close"), new("转交", "assign")] },
            Emphasis = new CardEmphasis("3", "天"),
            SubTitle = "白屏",
            Quote = new CardQuote { Title = "评论", Text = "复现了", Link = CardLink.ToMiniProgram("wx1", "pages/a") },
            Fields = [new("级别", "高"), new("页面", "打开") { Url = Link }, new("日志", "a.log") { FileMediaId = "M1" }, new("负责人", "李四") { UserId = "lisi" }],
            Jumps = [new("详情", Link), new("小程序", CardLink.ToMiniProgram("wx2")), new("无")],
            Action = Link,
            TaskId = "bug-42",
        });

        Assert.Equal("text_notice", xml.Text("CardType"));
        Assert.Equal("https://p.example/i.png", xml.Text("Source/IconUrl"));
        Assert.Equal("缺陷", xml.Text("Source/Desc"));
        Assert.Equal("3", xml.Text("Source/DescColor"));
        Assert.Equal("BUG-42", xml.Text("MainTitle/Title"));
        Assert.Equal("登录失败", xml.Text("MainTitle/Desc"));
        Assert.Equal("更多", xml.Text("ActionMenu/Desc"));
        Assert.Equal(["关闭=close", "转交=assign"], xml.Element("ActionMenu")!.Elements("ActionList").Select(e => $"{e.Text("Text")}={e.Text("Key")}"));
        Assert.Equal("3", xml.Text("EmphasisContent/Title"));
        Assert.Equal("天", xml.Text("EmphasisContent/Desc"));
        Assert.Equal("白屏", xml.Text("SubTitleText"));
        Assert.Equal("2", xml.Text("QuoteArea/Type"));
        Assert.Equal("wx1", xml.Text("QuoteArea/Appid"));
        Assert.Equal("pages/a", xml.Text("QuoteArea/PagePath"));
        Assert.Equal("评论", xml.Text("QuoteArea/Title"));
        Assert.Equal("复现了", xml.Text("QuoteArea/QuoteText"));
        Assert.Equal(
            ["级别 高 ", $"页面 打开 1{Link}", "日志 a.log 2M1", "负责人 李四 3lisi"],
            xml.Elements("HorizontalContentList").Select(e =>
                $"{e.Text("KeyName")} {e.Text("Value")} {e.Text("Type")}{e.Text("Url")}{e.Text("MediaId")}{e.Text("UserId")}"));
        Assert.Equal(
            [$"详情 1{Link}", "小程序 2wx2", "无 "],
            xml.Elements("JumpList").Select(e => $"{e.Text("Title")} {e.Text("Type")}{e.Text("Url")}{e.Text("AppId")}"));
        Assert.Equal("1", xml.Text("CardAction/Type"));
        Assert.Equal(Link, xml.Text("CardAction/Url"));
        Assert.Null(xml.Element("TaskId"));
    }

    [Fact]
    public void Write_NewsNotice_HasPicturesAndParagraphs()
    {
        var xml = ReplyXml.Read(new NewsNoticeCard
        {
            MainTitle = "周报",
            Image = new CardImage("https://p.example/1.png") { AspectRatio = 2.25 },
            ImageText = new CardImageText("https://p.example/2.png") { Title = "左图", Description = "右文", Link = Link },
            Paragraphs = [new("一", "甲"), new("二")],
            Action = CardLink.ToMiniProgram("wx1"),
        });

        Assert.Equal("news_notice", xml.Text("CardType"));
        Assert.Equal("https://p.example/1.png", xml.Text("CardImage/Url"));
        Assert.Equal("2.25", xml.Text("CardImage/AspectRatio"));
        Assert.Equal("1", xml.Text("ImageTextArea/Type"));
        Assert.Equal(Link, xml.Text("ImageTextArea/Url"));
        Assert.Equal("左图", xml.Text("ImageTextArea/Title"));
        Assert.Equal("右文", xml.Text("ImageTextArea/Desc"));
        Assert.Equal("https://p.example/2.png", xml.Text("ImageTextArea/ImageUrl"));
        Assert.Equal(["一甲", "二"], xml.Elements("VerticalContentList").Select(e => e.Text("Title") + e.Text("Desc")));
        Assert.Equal("wx1", xml.Text("CardAction/AppId"));
    }

    [Fact]
    public void Write_ButtonInteraction_HasSelectionAndButtons()
    {
        var xml = ReplyXml.Read(new ButtonInteractionCard
        {
            Buttons = [new("同意", "yes"), new("拒绝", "no") { Style = 2 }, CardButton.ToUrl("看看", Link)],
            Selection = new CardSelect { QuestionKey = "who", Title = "转给", Options = [new("a", "张三"), new("b", "李四")], SelectedId = "b" },
            ReplaceText = "已处理",
        });

        Assert.Equal("button_interaction", xml.Text("CardType"));
        Assert.Equal(
            ["同意 1 yes", "拒绝 2 no", $"看看 1 1{Link}"],
            xml.Elements("ButtonList").Select(e => $"{e.Text("Text")} {e.Text("Style")} {e.Text("Key")}{e.Text("Type")}{e.Text("Url")}"));
        Assert.Equal("who", xml.Text("ButtonSelection/QuestionKey"));
        Assert.Equal("转给", xml.Text("ButtonSelection/Title"));
        Assert.Equal("b", xml.Text("ButtonSelection/SelectedId"));
        Assert.Equal("false", xml.Text("ButtonSelection/Disable"));
        Assert.Equal(["a张三", "b李四"], xml.Element("ButtonSelection")!.Elements("OptionList").Select(e => e.Text("Id") + e.Text("Text")));
        Assert.Equal("已处理", xml.Text("ReplaceText"));
        Assert.Null(xml.Element("CardAction"));
    }

    [Fact]
    public void Write_VoteInteraction_HasTheQuestion()
    {
        var xml = ReplyXml.Read(new VoteInteractionCard
        {
            Checkbox = new CardCheckbox
            {
                QuestionKey = "lunch",
                Options = [new("a", "面") { IsChecked = true }, new("b", "饭")],
                AllowsSeveral = true,
                IsDisabled = true,
            },
            SubmitButton = new("提交", "submit"),
            ReplaceText = "已提交",
        });

        Assert.Equal("vote_interaction", xml.Text("CardType"));
        Assert.Equal("lunch", xml.Text("CheckBox/QuestionKey"));
        Assert.Equal("1", xml.Text("CheckBox/Mode"));
        Assert.Equal("true", xml.Text("CheckBox/Disable"));
        Assert.Equal(["a面true", "b饭false"], xml.Element("CheckBox")!.Elements("OptionList").Select(e => e.Text("Id") + e.Text("Text") + e.Text("IsChecked")));
        Assert.Equal("提交", xml.Text("SubmitButton/Text"));
        Assert.Equal("submit", xml.Text("SubmitButton/Key"));
        Assert.Equal("已提交", xml.Text("ReplaceText"));
    }

    [Fact]
    public void Write_MultipleInteraction_RepeatsItsLists()
    {
        var xml = ReplyXml.Read(new MultipleInteractionCard
        {
            Selects =
            [
                new CardSelect { QuestionKey = "level", Options = [new("1", "高")], IsDisabled = true },
                new CardSelect { QuestionKey = "who", Options = [new("1", "张三")] },
            ],
            SubmitButton = new("提交", "submit"),
        });

        Assert.Equal("multiple_interaction", xml.Text("CardType"));
        Assert.Equal(["level true", "who false"], xml.Elements("SelectList").Select(e => $"{e.Text("QuestionKey")} {e.Text("Disable")}"));
        Assert.Equal("submit", xml.Text("SubmitButton/Key"));
        Assert.Null(xml.Element("ReplaceText"));
    }
}
