using Hongyan.WeCom;

namespace Hongyan.Tests.Outgoing.WeCom;

public class ReplyLimitsTests
{
    /// <summary>One reply just inside a limit, one just outside, and what the exception must name.</summary>
    public static TheoryData<string, Reply, Reply, double> Limits => new()
    {
        { "TextReply.Content", new TextReply(new string('a', 2048)), new TextReply(new string('a', 2049)), 2048 },
        { "TextReply.Content", new TextReply(new string('鸿', 682)), new TextReply(new string('鸿', 683)), 2048 },
        { "TextReply.Content", new TextReply("a"), new TextReply(""), 1 },
        { "ImageReply.MediaId", new ImageReply("M"), new ImageReply(""), 1 },
        { "VoiceReply.MediaId", new VoiceReply("M"), new VoiceReply(""), 1 },
        { "VideoReply.MediaId", new VideoReply("M"), new VideoReply(""), 1 },
        { "VideoReply.Title", new VideoReply("M") { Title = new('a', 128) }, new VideoReply("M") { Title = new('a', 129) }, 128 },
        { "VideoReply.Description", new VideoReply("M") { Description = new('a', 512) }, new VideoReply("M") { Description = new('a', 513) }, 512 },
        { "NewsReply.Articles", Articles(8), Articles(9), 8 },
        { "NewsReply.Articles", Articles(1), Articles(0), 1 },
        { "NewsReply.Articles[0].Title", Article(new() { Title = "a" }), Article(new() { Title = "" }), 1 },
        { "NewsReply.Articles[0].Title", Article(new() { Title = new('a', 128) }), Article(new() { Title = new('a', 129) }), 128 },
        { "NewsReply.Articles[0].Description", Article(new() { Title = "a", Description = new('a', 512) }), Article(new() { Title = "a", Description = new('a', 513) }), 512 },
        { "NewsReply.Articles[0].Url", Article(new() { Title = "a", Url = new('a', 2048) }), Article(new() { Title = "a", Url = new('a', 2049) }), 2048 },
        { "NewsReply.Articles[0].PictureUrl", Article(new() { Title = "a", PictureUrl = new('a', 2048) }), Article(new() { Title = "a", PictureUrl = new('a', 2049) }), 2048 },
        { "UpdateButtonReply.ButtonText", new UpdateButtonReply("好"), new UpdateButtonReply(""), 1 },
        { "UpdateTaskCardReply.ButtonText", new UpdateTaskCardReply("好"), new UpdateTaskCardReply(""), 1 },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Write_AtTheLimit_Passes(string field, Reply inside, Reply outside, double limit)
    {
        Assert.NotEmpty(field);
        Assert.NotEqual(inside, outside);
        Assert.True(limit > 0);
        Assert.NotNull(ReplyXml.Read(inside));
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Write_BeyondTheLimit_NamesFieldAndLimit(string field, Reply inside, Reply outside, double limit)
    {
        Assert.NotEqual(inside, outside);
        var exception = Assert.Throws<FieldLimitException>(() => ReplyXml.Write(outside));
        Assert.Equal(field, exception.Field);
        Assert.Equal(limit, exception.Limit);
        Assert.NotEqual(limit, exception.Actual);
        Assert.StartsWith(field, exception.Message, StringComparison.Ordinal);
        Assert.Contains("developer.work.weixin.qq.com/document/path/90241", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TextTooLong_SaysWhatToDo()
    {
        var exception = Assert.Throws<FieldLimitException>(() => ReplyXml.Write(new TextReply(new string('鸿', 684))));
        Assert.Equal(
            "TextReply.Content has 2052 bytes of UTF-8; a passive text reply takes at most 2048 "
            + "(developer.work.weixin.qq.com/document/path/90241). Shorten it, or use TextReply.Cut.",
            exception.Message);
        Assert.Equal(2052, exception.Actual);
    }

    [Fact]
    public void Write_TooManyArticles_SaysHowMany() =>
        Assert.Equal(
            "NewsReply.Articles has 9 items; a passive news reply takes 1 to 8 (developer.work.weixin.qq.com/document/path/90241).",
            Assert.Throws<FieldLimitException>(() => ReplyXml.Write(Articles(9))).Message);

    private static NewsReply Article(NewsArticle article) => new(article);

    private static NewsReply Articles(int count) => new([.. Enumerable.Repeat(new NewsArticle { Title = "a" }, count)]);
}
