using System.Net;
using Hongyan.AspNetCore.Tests.Support;
using Hongyan.OfficialAccount;
using Hongyan.WeCom;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Hongyan.AspNetCore.Tests.OfficialAccount;

public sealed class CallbackTests
{
    public static TheoryData<EncryptionMode> Modes => [.. Enum.GetValues<EncryptionMode>()];

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Post_TextMessage_IsAnsweredInTheModeOfTheRequest(EncryptionMode mode)
    {
        TextMessage? received = null;
        await using var host = await OfficialAccountHost.StartAsync(mode, bot => bot.OnText((TextMessage message) =>
        {
            received = message;
            return $"你说：{message.Content} ]]> <&>";
        }));

        var reply = await host.AnswerAsync(OfficialAccountHost.Text("你好 👍"));

        Assert.Equal("你说：你好 👍 ]]> <&>", reply?.Element("Content")?.Value);
        Assert.Equal(("oA1", "gh_1", "text"), (reply?.Element("ToUserName")?.Value, reply?.Element("FromUserName")?.Value, reply?.Element("MsgType")?.Value));
        Assert.Equal(("gh_1", "oA1", "你好 👍"), (received?.ToUser, received?.FromUser, received?.Content));
        Assert.Empty(host.Complaints);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Post_NothingToSay_IsAnEmpty200(EncryptionMode mode)
    {
        await using var host = await OfficialAccountHost.StartAsync(mode, _ => { });
        var (query, body) = OfficialAccountHost.Seal(mode, OfficialAccountHost.Event("unsubscribe"));

        using var response = await host.PostAsync(query, body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Post_SameHandlersAsWeCom_TakeEveryKind()
    {
        await using var host = await OfficialAccountHost.StartAsync(EncryptionMode.Safe, bot =>
        {
            bot.OnText("绑定 {number}", (string number) => $"已绑定 {number}");
            bot.OnMenuClick("grades", () => "成绩");
            bot.On<SubscribeEvent>(() => "欢迎");
        });

        Assert.Equal("已绑定 42", await host.TextAsync(OfficialAccountHost.Text("绑定 42")));
        Assert.Equal("成绩", await host.TextAsync(OfficialAccountHost.Event("CLICK", "grades")));
        Assert.Equal("欢迎", await host.TextAsync(OfficialAccountHost.Event("subscribe")));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Post_DeliveredThreeTimes_RunsOnceAndAnswersTheSame(EncryptionMode mode)
    {
        var calls = 0;
        await using var host = await OfficialAccountHost.StartAsync(mode, bot => bot.OnText(() => $"第 {++calls} 次"));

        for (var delivery = 0; delivery < 3; delivery++)
            Assert.Equal("第 1 次", await host.TextAsync(OfficialAccountHost.Text("你好")));
        Assert.Equal("第 2 次", await host.TextAsync(OfficialAccountHost.Text("你好", id: 2)));
    }

    [Fact]
    public async Task Post_EveryPassiveReply_ReachesTheFollower()
    {
        var article = new NewsArticle { Title = "通知" };
        await using var host = await OfficialAccountHost.StartAsync(EncryptionMode.Safe, bot =>
        {
            bot.OnText("图", () => new ImageReply("m1"));
            bot.OnText("歌", () => new MusicReply("t1") { MusicUrl = "https://m.example/1.mp3" });
            bot.OnText("文", () => new NewsReply(article));
            bot.OnText("客服", () => new TransferCustomerServiceReply());
            bot.OnMenuClick("all", () => new NewsReply(article, article));
        });

        Assert.Equal("m1", (await host.AnswerAsync(OfficialAccountHost.Text("图")))?.Element("Image")?.Element("MediaId")?.Value);
        Assert.Equal("t1", (await host.AnswerAsync(OfficialAccountHost.Text("歌")))?.Element("Music")?.Element("ThumbMediaId")?.Value);
        Assert.Equal("1", (await host.AnswerAsync(OfficialAccountHost.Text("文")))?.Element("ArticleCount")?.Value);
        Assert.Equal("transfer_customer_service", (await host.AnswerAsync(OfficialAccountHost.Text("客服")))?.Element("MsgType")?.Value);
        Assert.Equal("2", (await host.AnswerAsync(OfficialAccountHost.Event("CLICK", "all")))?.Element("ArticleCount")?.Value);
        Assert.Empty(host.Complaints);
    }

    [Fact]
    public async Task Post_HandlerReturnsAReplyOfWeCom_IsAFailureThatNamesIt()
    {
        await using var host = await OfficialAccountHost.StartAsync(EncryptionMode.Safe, bot => bot.OnText(() => new UpdateButtonReply("好")),
            builder => builder.Configuration["Bots:ErrorReply"] = "出错了");

        Assert.Equal("出错了", await host.TextAsync(OfficialAccountHost.Text("你好")));

        var failure = Assert.Single(host.Complaints, line => line.Level == LogLevel.Error);
        Assert.StartsWith("UpdateButtonReply is no passive reply of an Official Account", failure.Exception?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_HandlerThrows_IsAnEmpty200()
    {
        await using var host = await OfficialAccountHost.StartAsync(EncryptionMode.Plaintext, bot => bot.OnText(string () => throw new InvalidTimeZoneException()));

        Assert.Null(await host.AnswerAsync(OfficialAccountHost.Text("你好")));
    }

    [Fact]
    public async Task Post_JsonEnvelopeAroundJson_ReachesTheHandler()
    {
        await using var host = await OfficialAccountHost.StartAsync(EncryptionMode.Safe, bot => bot.OnText((TextMessage message) => message.Content));
        var sealedMessage = OfficialAccountHost.Platform.Seal("""{"ToUserName":"gh_1","FromUserName":"oA1","CreateTime":1700000000,"MsgType":"text","Content":"你好","MsgId":1}""");
        var query = $"?signature={OfficialAccountHost.Platform.Sign(sealedMessage.Timestamp, sealedMessage.Nonce, "")}&timestamp={sealedMessage.Timestamp}&nonce={sealedMessage.Nonce}&msg_signature={sealedMessage.Signature}";

        using var response = await host.PostAsync(query, $$"""{"ToUserName":"gh_1","Encrypt":"{{sealedMessage.Encrypted}}"}""");

        var reply = OfficialAccountHost.Platform.OpenReply(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("你好", reply.Element("Content")?.Value);
    }

    [Fact]
    public async Task Post_AuthenticButUnreadable_IsKeptAndAnswered200()
    {
        UnreadableMessage? kept = null;
        await using var host = await OfficialAccountHost.StartAsync(EncryptionMode.Safe, bot => bot.On<UnreadableMessage>((UnreadableMessage message) => { kept = message; }));

        Assert.Null(await host.AnswerAsync("<xml>half"));
        Assert.NotNull(kept);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Get_UrlVerification_AnswersTheEchoAsItCame(EncryptionMode mode)
    {
        await using var host = await OfficialAccountHost.StartAsync(mode, _ => { });

        using var response = await GetAsync(host, "5927782489442352469");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("5927782489442352469", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Get_CiphertextOfARecordedCallback_IsNotDecrypted()
    {
        await using var host = await OfficialAccountHost.StartAsync(EncryptionMode.Safe, _ => { });
        var recorded = OfficialAccountHost.Platform.Seal(OfficialAccountHost.Text("秘密")).Encrypted;

        using var response = await GetAsync(host, recorded);

        Assert.Equal(recorded, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_RoutesInDevelopment_ListsThem()
    {
        await using var host = await OfficialAccountHost.StartAsync(EncryptionMode.Safe, bot => bot.OnText("天气 {city}", (string city) => city));

        Assert.Equal("1. text 天气 {city}", await host.Client.GetStringAsync(new Uri("/oa/routes", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    private static Task<HttpResponseMessage> GetAsync(OfficialAccountHost host, string echo)
    {
        var signature = OfficialAccountHost.Platform.Sign("1700000000", "42", "");
        return host.Client.GetAsync(
            new Uri($"/oa?signature={signature}&timestamp=1700000000&nonce=42&echostr={Uri.EscapeDataString(echo)}", UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
