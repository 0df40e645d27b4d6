using Hongyan.Simulator.Transcripts;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests.Transcripts;

public sealed class ExpectedReplyTests
{
    [Theory]
    [InlineData("你好", "你好")]
    [InlineData("{*}", "")]
    [InlineData("{*}", "一\n二")]
    [InlineData("你{*}好{*}", "你们好好")]
    [InlineData("共 {number} 元", "共 -3.50 元")]
    [InlineData("共 {number}", "共 12")]
    [InlineData("{number}.", "1.5.")]
    [InlineData("{date} {time}", "2026-01-05 9:05")]
    [InlineData("{date}", "2026/1/5")]
    [InlineData("{date} {time}", "2026年1月5日 09:05:30")]
    [InlineData("{{*}", "{*}")]
    [InlineData("{number}{number}", "12")]
    public void Compare_TextThatFits_IsNoMismatch(string expected, string actual) => Assert.Null(CompareText(expected, actual));

    [Theory]
    [InlineData("只能是 1、2、3。", "只能是 1 到 3。", 6, "、2、3。", " 到 3。")]
    [InlineData("你好", "你好啊", 3, "", "啊")]
    [InlineData("你好啊", "你好", 3, "啊", "")]
    [InlineData("Pong", "pong", 1, "Pong", "pong")]
    [InlineData("第 {number} 次", "第 一 次", 3, "{number} 次", "一 次")]
    [InlineData("{{a}", "[a}", 1, "{{a}", "[a}")]
    [InlineData("😀一", "😀二", 2, "一", "二")]
    [InlineData("😀", "😁", 1, "😀", "😁")]
    [InlineData("{*}完", "没有", 3, "完", "")]
    [InlineData("{time}", "9:5", 1, "{time}", "9:5")]
    public void Compare_OtherText_SaysWhereTheyPart(string expected, string actual, int position, string wanted, string got) =>
        Assert.Equal(new TextMismatch(position, wanted, got), CompareText(expected, actual)!.Text);

    [Fact]
    public void Compare_LongTextsFullOfPlaceholders_TakesNoTime()
    {
        var expected = string.Concat(Enumerable.Repeat("{*}a", 400)) + "b";

        Assert.NotNull(CompareText(expected, new string('a', 2000)));
    }

    [Theory]
    [InlineData("(nothing)", null)]
    [InlineData("(anything)", null)]
    public void Compare_Nothing_FitsNothing(string expected, string? _) => Assert.Null(Read(expected).Compare(null));

    [Fact]
    public void Compare_OtherKind_SaysBoth()
    {
        var picture = new PassiveReply { Type = "image", MediaId = "m" };

        Assert.Null(Read("(anything)").Compare(picture));
        Assert.Equal(("nothing", "image"), Kinds(Read("(nothing)").Compare(picture)));
        Assert.Equal(("text", "image"), Kinds(Read("m").Compare(picture)));
        Assert.Equal(("image", "nothing"), Kinds(Read("(image)").Compare(null)));
    }

    [Fact]
    public void Compare_Fields_OnlyThoseThatAreWritten()
    {
        var video = new PassiveReply { Type = "video", MediaId = "m", Title = "标题", Description = "" };

        Assert.Null(Read("(video)").Compare(video));
        Assert.Null(Read("(video) {*}\n| title: 标题\n| description:").Compare(video));
        Assert.Equal("title", Read("(video) m\n| title:").Compare(video)!.Field);
        Assert.Equal("mediaId", Read("(video) n").Compare(video)!.Field);
        Assert.Null(Read("(update_button) 已提交").Compare(new() { Type = "update_button", ReplaceName = "已提交" }));
        Assert.Null(Read("(update_template_card) text_notice\n| title: 好").Compare(new() { Type = "update_template_card", CardType = "text_notice", Title = "好" }));
    }

    [Fact]
    public void Compare_Articles_ByNumberAndOrder()
    {
        var news = new PassiveReply { Type = "news", Articles = [new("一", "", "", "https://a.example/1"), new("二", "说明", "", "")] };

        Assert.Equal(0, Read("(news)").Compare(news)!.ExpectedArticles);
        Assert.Null(Read("(news)\n| article: 一\n| url: https://a.example/{number}\n| article: 二\n| description: 说明").Compare(news));
        var fewer = Read("(news)\n| article: 一").Compare(news)!;
        Assert.Equal((1, 2), (fewer.ExpectedArticles, fewer.ActualArticles));
        var other = Read("(news)\n| article: 一\n| article: 三").Compare(news)!;
        Assert.Equal(("article", 2, 1), (other.Field, other.Article, other.Text!.Position));
    }

    private static ReplyMismatch? CompareText(string expected, string actual) => Read(expected).Compare(new() { Type = "text", Content = actual });

    private static ExpectedReply Read(string expected) =>
        Assert.IsType<TranscriptTurn>(TranscriptReader.Read("> a\n< " + expected, WeComEvents.All).Steps[0]).Expected;

    private static (string?, string?) Kinds(ReplyMismatch? mismatch) => (mismatch?.ExpectedKind, mismatch?.ActualKind);
}
