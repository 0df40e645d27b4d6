using System.Net;
using System.Text;
using System.Threading.Channels;
using Hongyan.AspNetCore.Tests.Support;
using Hongyan.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Hongyan.WeCom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hongyan.AspNetCore.Tests.WeCom.Robots;

public sealed class WeComRobotCallbackTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_TextInAGroup_ReachesOnTextWithoutTheMention()
    {
        await using var host = await RobotHost.StartAsync(bot => bot.OnText("天气 {city}", (string city, TextMessage message) => $"{city}：晴 {message.Robot!.ChatId}"));

        var answer = await host.AnswerAsync(RobotHost.Text("天气 广州"));

        var stream = answer!.Value.GetProperty("stream");
        Assert.Equal(("stream", true, "广州：晴 wrk1"), (answer.Value.GetProperty("msgtype").GetString(), stream.GetProperty("finish").GetBoolean(), stream.GetProperty("content").GetString()));
    }

    [Fact]
    public async Task Post_RobotWithABlankInItsName_ReachesOnTextWithoutAnyOfIt()
    {
        await using var host = await RobotHost.StartAsync(bot => bot.OnText("天气 {city}", (string city) => $"{city}：晴"), robotName: "小雁 助手");

        var answer = await host.AnswerAsync(RobotHost.Text("助手 天气 广州"));

        Assert.Equal("广州：晴", answer!.Value.GetProperty("stream").GetProperty("content").GetString());
    }

    [Fact]
    public async Task Post_Pieces_AreAskedForAndNeverLost()
    {
        var pieces = Channel.CreateUnbounded<string>();
        await using var host = await RobotHost.StartAsync(bot => bot.OnText(() => pieces.Reader.ReadAllAsync()));
        await pieces.Writer.WriteAsync("一", Cancelled);
        var begun = (await host.AnswerAsync(RobotHost.Text("问")))!.Value.GetProperty("stream");
        Assert.False(begun.GetProperty("finish").GetBoolean());
        var refresh = RobotHost.Refresh(begun.GetProperty("id").GetString()!);

        await pieces.Writer.WriteAsync("二", Cancelled);
        pieces.Writer.Complete();

        for (var tries = 0; ; tries++)
        {
            var now = (await host.AnswerAsync(refresh))!.Value.GetProperty("stream");
            if (!now.GetProperty("finish").GetBoolean())
            {
                Assert.True(tries < 10_000);
                continue;
            }
            Assert.Equal("一二", now.GetProperty("content").GetString());
            break;
        }
    }

    [Fact]
    public async Task Post_NothingToSay_IsAnEmptyAnswer()
    {
        await using var host = await RobotHost.StartAsync(_ => { });

        Assert.Null(await host.AnswerAsync(RobotHost.Text("问")));
    }

    [Fact]
    public async Task Get_Echo_IsAnsweredDecrypted()
    {
        await using var host = await RobotHost.StartAsync(_ => { });
        var callback = RobotHost.Platform.Seal("1616140317555161061");

        using var response = await host.Client.GetAsync(new Uri($"/robot{RobotHost.Query(callback)}&echostr={Uri.EscapeDataString(callback.Encrypted)}", UriKind.Relative), Cancelled);

        Assert.Equal("1616140317555161061", await response.Content.ReadAsStringAsync(Cancelled));
    }

    public static TheoryData<string, HttpStatusCode> Bad => new()
    {
        { "", HttpStatusCode.BadRequest },
        { "not json", HttpStatusCode.BadRequest },
        { "{}", HttpStatusCode.BadRequest },
        { "{\"msgtype\":\"text\",\"text\":{\"content\":\"plain\"}}", HttpStatusCode.BadRequest },
        { "{\"encrypt\":\"AAAA\"}", HttpStatusCode.Forbidden },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Post_NotThePlatforms_IsRefused(string body, HttpStatusCode status)
    {
        await using var host = await RobotHost.StartAsync(bot => bot.OnText(() => "答"));

        using var response = await host.PostAsync(RobotHost.Query(RobotHost.Platform.Seal(RobotHost.Text("问"))), body);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Post_MessageForACorp_IsRefused()
    {
        await using var host = await RobotHost.StartAsync(bot => bot.OnText(() => "答"));
        var callback = new PlatformEnvelope(RobotHost.Token, RobotHost.EncodingAESKey, "ww0123456789abcdef").Seal(RobotHost.Text("问"));

        using var response = await host.PostAsync(RobotHost.Query(callback), $$"""{"encrypt":"{{callback.Encrypted}}"}""");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Post_AuthenticButUnreadable_IsTaken()
    {
        await using var host = await RobotHost.StartAsync(bot => bot.OnText(() => "答"));

        Assert.Null(await host.AnswerAsync("no json"));
    }

    [Fact]
    public async Task Post_LongAnswer_GoesOnThroughTheAddressWhichNoLogShows()
    {
        var api = new Api();
        await using var host = await RobotHost.StartAsync(bot => bot.OnText(() => new string('长', 7000)), api);

        var content = (await host.AnswerAsync(RobotHost.Text("问")))!.Value.GetProperty("stream").GetProperty("content").GetString()!;
        var (address, body) = await api.Calls.Reader.ReadAsync(Cancelled).AsTask().SoonAsync();

        Assert.Equal(RobotHost.ResponseUrl, address);
        Assert.Equal(7000, content.Length + body.Count(character => character == '长'));
        Assert.StartsWith("""{"msgtype":"markdown","markdown":{"content":"长""", body, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Lines, line => $"{line.Text} {line.Exception}".Contains("VERYSECRET", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, SendOutcome.Sent)]
    [InlineData(-1, SendOutcome.NotTaken)]
    [InlineData(40058, SendOutcome.Refused)]
    public async Task Send_PlatformAnswers_IsJudgedByItsCode(int code, SendOutcome outcome)
    {
        await using var host = await RobotHost.StartAsync(_ => { }, new Api(code));
        var sender = host.App.Services.GetRequiredKeyedService<IActiveSender>("WeComRobot");

        var result = await sender.SendAsync(new OutgoingMessage(new UserRef("WeComRobot", "zhangsan"), new TextReply("好")) { ReplyTo = new Uri(RobotHost.ResponseUrl) }, Cancelled);

        Assert.Equal(outcome, result.Outcome);
    }

    [Fact]
    public async Task Send_Card_IsOneTemplateCard()
    {
        var api = new Api();
        await using var host = await RobotHost.StartAsync(_ => { }, api);
        var sender = host.App.Services.GetRequiredKeyedService<IActiveSender>("WeComRobot");
        var card = new TemplateCardReply(new TextNoticeCard { MainTitle = "好", Action = "https://example.com" }) { FeedbackId = "f1" };

        var result = await sender.SendAsync(new OutgoingMessage(new UserRef("WeComRobot", "zhangsan"), card) { ReplyTo = new Uri(RobotHost.ResponseUrl) }, Cancelled);

        Assert.Equal(SendOutcome.Sent, result.Outcome);
        var (_, body) = await api.Calls.Reader.ReadAsync(Cancelled).AsTask().SoonAsync();
        Assert.StartsWith("""{"msgtype":"template_card","template_card":{"card_type":"text_notice",""", body, StringComparison.Ordinal);
        Assert.Contains("""feedback":{"id":"f1"}""", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://qyapi.example.com/cgi-bin/aibot/response")]
    public async Task Send_WithoutAnAddress_IsRefused(string? address)
    {
        await using var host = await RobotHost.StartAsync(_ => { });
        var sender = host.App.Services.GetRequiredKeyedService<IActiveSender>("WeComRobot");

        var result = await sender.SendAsync(new OutgoingMessage(new UserRef("WeComRobot", "zhangsan"), new TextReply("好")) { ReplyTo = address is null ? null : new Uri(address) }, Cancelled);

        Assert.Equal(SendOutcome.Refused, result.Outcome);
    }

    [Theory]
    [InlineData("Token", null, "HY1001: WeComRobot:Token is missing")]
    [InlineData("Token", "with blank", "HY1001: WeComRobot:Token has white space")]
    [InlineData("EncodingAESKey", null, "HY1001: WeComRobot:EncodingAESKey is missing")]
    [InlineData("EncodingAESKey", "short", "HY1001: WeComRobot:EncodingAESKey is not 43")]
    [InlineData("MaxCallbackAge", "00:00:00", "HY1001: WeComRobot:MaxCallbackAge")]
    [InlineData("Token", "ShYWlQbEVTClCVT7zZZL", "HY1002: WeComRobot:Token")]
    [InlineData("EncodingAESKey", "Vh3bN8sYt5KqD1fRw7ZcJx9GmP2uLe6TaQ4oXiM0yBz", "HY1002: WeComRobot:EncodingAESKey")]
    public void MapWeComRobot_ValueThatCannotWork_IsRefusedAtStart(string key, string? value, string expected)
    {
        var builder = CallbackHost.NewBuilder("Production", new("WeComRobot:Token", "q7RkWz2mXv9TbLc4"), new("WeComRobot:EncodingAESKey", "Zk3vQ9pLw7XrT2mNs8YbF4hJc6DgR1aUe5KiOx0VtCn"));
        builder.Configuration[$"WeComRobot:{key}"] = value;
        builder.WebHost.UseTestServer();
        builder.AddWeComRobot();
        using var app = builder.Build();

        Assert.StartsWith(expected, Assert.Throws<HongyanStartupException>(() => app.MapWeComRobot("/robot")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MapWeComRobot_NotAdded_SaysWhatToCall()
    {
        var builder = CallbackHost.NewBuilder("Production");
        builder.WebHost.UseTestServer();
        builder.AddWeComRobot("other", "Other");
        using var app = builder.Build();

        Assert.Contains("builder.AddWeComRobot()", Assert.Throws<HongyanStartupException>(() => app.MapWeComRobot("/robot")).Message, StringComparison.Ordinal);
    }

    /// <summary>The platform's side of response_url.</summary>
    private sealed class Api(int code = 0) : HttpMessageHandler
    {
        public Channel<(string Address, string Body)> Calls { get; } = Channel.CreateUnbounded<(string, string)>();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls.Writer.TryWrite((request.RequestUri!.AbsoluteUri, await request.Content!.ReadAsStringAsync(cancellationToken)));
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent($$"""{"errcode":{{code}},"errmsg":"as the test says"}""", Encoding.UTF8, "application/json") };
        }
    }
}
