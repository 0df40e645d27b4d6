using System.Text;
using System.Text.Json;
using Hongyan.OfficialAccount;
using Hongyan.Storage;
using Hongyan.WeCom;

namespace Hongyan.Bots.Tests.Storage;

public sealed class ReplyJsonTests
{
    private static readonly Reply[] Replies =
    [
        new TextReply("你好 \"\\ <&>"),
        new ImageReply("M1"),
        new VoiceReply("M2"),
        new VideoReply("M3") { Title = "标题", Description = "说明" },
        new MusicReply("T1") { MusicUrl = "https://m.example/1.mp3" },
        new NewsReply([new NewsArticle { Title = "标题", Url = "https://example.com", Description = "说明" }]),
        new TemplateCardReply(new TextNoticeCard
        {
            Action = CardLink.ToMiniProgram("wx1", "pages/a"),
            MainTitle = new CardTitle("标题", "下一行"),
            Source = new CardSource { IconUrl = "https://example.com/i.png", Description = "雁", Color = CardSourceColor.Green },
            TaskId = "t1",
            ActionMenu = new CardActionMenu { Description = "更多", Items = [new CardMenuItem("拒收", "deny")] },
            Emphasis = new CardEmphasis("99", "重点"),
            SubTitle = "副标题",
            Quote = new CardQuote { Title = "引", Text = "用", Link = "https://example.com/q" },
            Fields = [new CardField("人", "张三"), new CardField("无")],
            Jumps = [new CardJump("去", CardLink.ToUrl("https://example.com/j")), new CardJump("不去")],
        }) { FeedbackId = "f1" },
        new TemplateCardReply(new NewsNoticeCard
        {
            Action = "https://example.com",
            Image = new CardImage("https://example.com/p.png"),
            ImageText = new CardImageText("https://example.com/p.png"),
            Paragraphs = [new CardParagraph("段", "落")],
        }),
        new TemplateCardReply(new ButtonInteractionCard
        {
            TaskId = "t2",
            Buttons = [new CardButton("同意", "ok"), CardButton.ToUrl("看", "https://example.com/b")],
            Selection = new CardSelect { QuestionKey = "q", Title = "选", Options = [new CardOption("1", "一")], SelectedId = "1", IsDisabled = true },
            Action = CardLink.ToUrl("https://example.com/c"),
            ReplaceText = "已同意",
        }),
        new TemplateCardReply(new VoteInteractionCard
        {
            TaskId = "t3",
            Checkbox = new CardCheckbox { QuestionKey = "q", Options = [new CardCheckboxOption("1", "一")], AllowsSeveral = true },
            SubmitButton = new CardSubmitButton("交", "submit"),
        }),
        new TemplateCardReply(new MultipleInteractionCard
        {
            TaskId = "t4",
            Selects = [new CardSelect { QuestionKey = "q", Options = [new CardOption("1", "一"), new CardOption("2", "二")] }],
            SubmitButton = new CardSubmitButton("交", "submit"),
        }),
    ];

    public static TheoryData<int> Indexes => [.. Enumerable.Range(0, Replies.Length)];

    /// <summary>Every property is compared by its text, because the lists of two equal records are two lists.</summary>
    [Theory]
    [MemberData(nameof(Indexes))]
    public void Read_WhatWriteWrote_IsTheSameReply(int index)
    {
        var reply = Replies[index];

        var read = ReplyJson.Read(ReplyJson.KindOf(reply)!, ReplyJson.Write(reply));

        Assert.Equivalent(reply, read, strict: true);
        Assert.Equal(Encoding.UTF8.GetString(ReplyJson.Write(reply)), Encoding.UTF8.GetString(ReplyJson.Write(read)));
    }

    [Fact]
    public void KindOf_WhatIsOnlyAnAnswer_IsNull()
    {
        Assert.Null(ReplyJson.KindOf(new UpdateButtonReply("好")));
        Assert.Throws<ArgumentException>(() => ReplyJson.Write(new UpdateButtonReply("好")));
    }

    [Theory]
    [InlineData("template_card", """{"Card":{"type":"hologram"}}""")]
    [InlineData("template_card", """{"Card":{"type":"text_notice"}}""")]
    [InlineData("template_card", "{")]
    [InlineData("hologram", "{}")]
    [InlineData("text", "null")]
    public void Read_AnythingElse_IsAJsonException(string kind, string json) =>
        Assert.ThrowsAny<JsonException>(() => ReplyJson.Read(kind, Encoding.UTF8.GetBytes(json)));
}
