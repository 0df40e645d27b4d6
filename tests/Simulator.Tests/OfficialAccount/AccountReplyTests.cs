using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests.OfficialAccount;

public sealed class AccountReplyTests
{
    private const string Article = "<item><Title>题</Title><Description>述</Description><PicUrl>p</PicUrl><Url>https://example.com/</Url></item>";

    [Fact]
    public async Task Reply_Music_IsShownWithItsThumbnail()
    {
        var delivery = await AnswerAsync(RunningAccount.Plaintext(
            "<Music><Title>歌</Title><Description>人</Description><MusicUrl>https://example.com/a.mp3</MusicUrl><HQMusicUrl>https://example.com/b.mp3</HQMusicUrl><ThumbMediaId>t</ThumbMediaId></Music>",
            "music"));

        Assert.Equal("replied", (string?)delivery["outcome"]);
        Assert.Equal("https://example.com/a.mp3", (string?)delivery["reply"]!["music"]!["url"]);
        Assert.Equal("t", (string?)delivery["reply"]!["music"]!["thumbMediaId"]);
    }

    [Fact]
    public async Task Reply_MusicWithoutThumbnail_IsRejected()
    {
        var delivery = await AnswerAsync(RunningAccount.Plaintext("<Music><Title>歌</Title></Music>", "music"));

        Assert.Equal("rejectedReply", (string?)delivery["outcome"]);
        Assert.Contains("Music/ThumbMediaId", (string?)delivery["attempts"]![0]!["problem"]!["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("<TransInfo><KfAccount>tutor@school</KfAccount></TransInfo>", "tutor@school")]
    public async Task Reply_TransferToServicers_NamesTheServicer(string info, string? kfAccount)
    {
        var delivery = await AnswerAsync(RunningAccount.Plaintext(info, "transfer_customer_service"));

        Assert.Equal("transfer_customer_service", (string?)delivery["reply"]!["type"]);
        Assert.Equal(kfAccount, (string?)delivery["reply"]!["kfAccount"]);
    }

    [Theory]
    [InlineData("image", "<Image><MediaId>m</MediaId></Image>")]
    [InlineData("voice", "<Voice><MediaId>m</MediaId></Voice>")]
    [InlineData("video", "<Video><MediaId>m</MediaId><Title>t</Title></Video>")]
    public async Task Reply_Media_IsShown(string type, string body)
    {
        var delivery = await AnswerAsync(RunningAccount.Plaintext(body, type));

        Assert.Equal(type, (string?)delivery["reply"]!["type"]);
        Assert.Equal("m", (string?)delivery["reply"]!["mediaId"]);
    }

    [Fact]
    public async Task Reply_ManyArticlesToAMessage_ShowsTheFirst()
    {
        var delivery = await AnswerAsync(News(3));

        Assert.Single(delivery["reply"]!["articles"]!.AsArray());
        Assert.Equal("articlesDropped", (string?)delivery["attempts"]![0]!["notes"]![0]!["kind"]);
    }

    [Fact]
    public async Task Reply_ManyArticlesToAMenuClick_ShowsThemAll()
    {
        await using var bot = await FakeBot.StartAsync(RunningAccount.Seal(News(3)));
        await using var account = await RunningAccount.StartAsync(bot);

        var delivery = await account.ActAsync("events", new { @event = "CLICK", eventKey = "help" });

        Assert.Equal(3, delivery["reply"]!["articles"]!.AsArray().Count);
    }

    [Fact]
    public async Task Reply_ToUnsubscribe_IsNotShown()
    {
        await using var bot = await FakeBot.StartAsync(RunningAccount.Seal(RunningAccount.Text("别走")));
        await using var account = await RunningAccount.StartAsync(bot);

        var delivery = await account.ActAsync("events", new { @event = "unsubscribe" });

        Assert.Equal("accepted", (string?)delivery["outcome"]);
        Assert.Equal("replyNotAllowed", (string?)delivery["attempts"]![0]!["notes"]![0]!["kind"]);
    }

    [Fact]
    public async Task Reply_UpdateOfACard_IsNoReplyHere()
    {
        var delivery = await AnswerAsync(RunningAccount.Plaintext("<Button><ReplaceName>x</ReplaceName></Button>", "update_button"));

        Assert.Equal("rejectedReply", (string?)delivery["outcome"]);
        Assert.Equal("messageType", (string?)delivery["attempts"]![0]!["problem"]!["kind"]);
    }

    private static string News(int articles) => RunningAccount.Plaintext(
        $"<ArticleCount>{articles}</ArticleCount><Articles>{string.Concat(Enumerable.Repeat(Article, articles))}</Articles>", "news");

    private static async Task<JsonNode> AnswerAsync(string plaintext)
    {
        await using var bot = await FakeBot.StartAsync(RunningAccount.Seal(plaintext));
        await using var account = await RunningAccount.StartAsync(bot);
        return await account.SayAsync("你好");
    }
}
