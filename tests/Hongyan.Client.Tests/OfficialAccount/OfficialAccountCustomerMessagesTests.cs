using System.Text.Json.Nodes;
using Hongyan.OfficialAccount;

namespace Hongyan.Client.Tests.OfficialAccount;

public sealed class OfficialAccountCustomerMessagesTests : IDisposable
{
    private readonly OfficialAccountTestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficialAccountCustomerMessages Messages => _test.Client.CustomerMessages;

    public void Dispose() => _test.Dispose();

    public static TheoryData<string, CustomerMessage, string> Kinds => new()
    {
        { "text", new CustomerText("你好🦆"), """{"content":"你好🦆"}""" },
        { "image", new CustomerImage("m1"), """{"media_id":"m1"}""" },
        { "voice", new CustomerVoice("m1"), """{"media_id":"m1"}""" },
        { "video", new CustomerVideo("m1"), """{"media_id":"m1"}""" },
        { "video", new CustomerVideo("m1") { ThumbMediaId = "t1", Title = "标题", Description = "描述" }, """{"media_id":"m1","thumb_media_id":"t1","title":"标题","description":"描述"}""" },
        {
            "music", new CustomerMusic { ThumbMediaId = "t1", MusicUrl = "https://m.example/1.mp3", Title = "歌" },
            """{"title":"歌","musicurl":"https://m.example/1.mp3","hqmusicurl":"https://m.example/1.mp3","thumb_media_id":"t1"}"""
        },
        {
            "news", new CustomerNews { Title = "通知", Url = "https://school.example/1", PictureUrl = "https://school.example/1.png" },
            """{"articles":[{"title":"通知","url":"https://school.example/1","picurl":"https://school.example/1.png"}]}"""
        },
        { "mpnews", new CustomerMaterialNews("m1"), """{"media_id":"m1"}""" },
        { "mpnewsarticle", new CustomerPublishedArticle("a1"), """{"article_id":"a1"}""" },
        {
            "msgmenu", new CustomerMenu(new CustomerMenuChoice("101", "满意"), new CustomerMenuChoice("102", "不满意")) { Head = "怎么样？", Tail = "谢谢" },
            """{"head_content":"怎么样？","list":[{"id":"101","content":"满意"},{"id":"102","content":"不满意"}],"tail_content":"谢谢"}"""
        },
        { "wxcard", new CustomerCoupon("c1"), """{"card_id":"c1"}""" },
        {
            "miniprogrampage", new CustomerMiniProgram { Title = "成绩", AppId = "wx2", PagePath = "pages/index?id=1", ThumbMediaId = "t1" },
            """{"title":"成绩","appid":"wx2","pagepath":"pages/index?id=1","thumb_media_id":"t1"}"""
        },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task SendAsync_EachKind_IsThePlatformsJson(string type, CustomerMessage message, string fields)
    {
        _test.Platform.Answer("""{"errcode":0,"errmsg":"ok"}""");

        await Messages.SendAsync("oA1", message, cancellationToken: Cancellation);

        var call = Assert.Single(_test.Platform.Calls);
        Assert.Equal("POST /cgi-bin/message/custom/send", call.Endpoint);
        Assert.Equal($$"""{"touser":"oA1","msgtype":"{{type}}","{{type}}":{{fields}}}""", call.Text);
    }

    [Fact]
    public async Task SendAsync_InTheNameOfAServicer_NamesIt()
    {
        _test.Platform.Answer("""{"errcode":0}""");

        await Messages.SendAsync("oA1", "你好", serviceAccount: "tutor1@school", Cancellation);

        Assert.Equal("tutor1@school", (string?)JsonNode.Parse(_test.Platform.Calls[0].Text)!["customservice"]!["kf_account"]);
    }

    public static TheoryData<CustomerMessage, string, double, double> TooMuch => new()
    {
        { new CustomerText(""), "CustomerText.Content", 1, 0 },
        { new CustomerText(new string('长', 683)), "CustomerText.Content", 2048, 2049 },
        { new CustomerImage(""), "CustomerImage.MediaId", 1, 0 },
        { new CustomerVoice(""), "CustomerVoice.MediaId", 1, 0 },
        { new CustomerVideo(""), "CustomerVideo.MediaId", 1, 0 },
        { new CustomerMusic { ThumbMediaId = "", MusicUrl = "u" }, "CustomerMusic.ThumbMediaId", 1, 0 },
        { new CustomerMusic { ThumbMediaId = "t", MusicUrl = "" }, "CustomerMusic.MusicUrl", 1, 0 },
        { new CustomerNews { Title = "", Url = "u" }, "CustomerNews.Title", 1, 0 },
        { new CustomerNews { Title = "t", Url = "" }, "CustomerNews.Url", 1, 0 },
        { new CustomerMaterialNews(""), "CustomerMaterialNews.MediaId", 1, 0 },
        { new CustomerPublishedArticle(""), "CustomerPublishedArticle.ArticleId", 1, 0 },
        { new CustomerMenu(), "CustomerMenu.Choices", 1, 0 },
        { new CustomerMenu(new CustomerMenuChoice("1", "")), "CustomerMenu.Choices[0].Content", 1, 0 },
        { new CustomerMenu(new CustomerMenuChoice("1", "a"), new CustomerMenuChoice("1", "b")), "CustomerMenu.Choices (Id)", 1, 2 },
        { new CustomerCoupon(""), "CustomerCoupon.CardId", 1, 0 },
        { new CustomerMiniProgram { Title = "t", AppId = "wx2", PagePath = "", ThumbMediaId = "t" }, "CustomerMiniProgram.PagePath", 1, 0 },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public async Task SendAsync_TooMuchOrNothing_IsRefusedHere(CustomerMessage message, string field, double limit, double actual)
    {
        var refused = await Assert.ThrowsAsync<FieldLimitException>(() => Messages.SendAsync("oA1", message, cancellationToken: Cancellation));

        Assert.Equal((field, limit, actual), (refused.Field, refused.Limit, refused.Actual));
        Assert.Contains("developers.weixin.qq.com", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_test.Platform.TokenFetches);
    }

    [Fact]
    public async Task SendAsync_WindowOver_SaysSo()
    {
        _test.Platform.Answer(FakePlatform.Error(45015, "response out of time limit or subscription is canceled rid: 1"));

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => Messages.SendAsync("oA1", "你好", cancellationToken: Cancellation));

        Assert.Equal((45015, "POST /cgi-bin/message/custom/send"), (refusal.Code, refusal.Endpoint));
        Assert.Contains("48 hours", refusal.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typing_ShownAndHidden_AreTheTwoCommands()
    {
        _test.Platform.Otherwise = _ => FakePlatform.Json("""{"errcode":0}""");

        await Messages.ShowTypingAsync("oA1", Cancellation);
        await Messages.HideTypingAsync("oA1", Cancellation);

        Assert.Equal(
            ["""{"touser":"oA1","command":"Typing"}""", """{"touser":"oA1","command":"CancelTyping"}"""],
            _test.Platform.Calls.Select(call => call.Text));
        Assert.All(_test.Platform.Calls, call => Assert.Equal("POST /cgi-bin/message/custom/typing", call.Endpoint));
    }

    [Fact]
    public async Task ShowTypingAsync_ShownAlready_IsRefusedWithAHint()
    {
        _test.Platform.Answer(FakePlatform.Error(45081, "you are already typing"));

        Assert.NotNull((await Assert.ThrowsAsync<PlatformApiException>(() => Messages.ShowTypingAsync("oA1", Cancellation))).Hint);
    }
}
