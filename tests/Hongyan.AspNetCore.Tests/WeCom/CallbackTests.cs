using System.Net;
using System.Text;
using Hongyan.AspNetCore.Tests.Support;
using Hongyan.WeCom;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan.AspNetCore.Tests.WeCom;

public sealed class CallbackTests
{
    private readonly TaskCompletionSource<string> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    private static PlatformEnvelope Platform => PlatformEnvelope.Official;

    private Task<string> SlowHandler()
    {
        Interlocked.Increment(ref _calls);
        _started.SetResult();
        return _answer.Task;
    }

    [Fact]
    public async Task Post_OfficialSample_ReachesTheHandler()
    {
        TextMessage? received = null;
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText((TextMessage message) => { received = message; }));

        using var response = await host.Client.PostAsync(
            new Uri(OfficialVector.Url, UriKind.Relative), Callback.Xml(Encoding.UTF8.GetBytes(OfficialVector.Body)), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength);
        Assert.Equal("hello", received?.Content);
        Assert.Equal("mycreate", received?.FromUser);
        Assert.Equal(4561255354251345929, received?.MessageId);
        Assert.Equal(218, received?.AgentId);
    }

    /// <summary>The documents of suites want the word: anything else is taken for an error, and the ticket for lost.</summary>
    [Theory]
    [InlineData("suite_ticket", "<SuiteTicket>T</SuiteTicket>")]
    [InlineData("create_auth", "<AuthCode>A</AuthCode>")]
    [InlineData("of_tomorrow", "")]
    public async Task Post_EventOfASuite_IsAnsweredWithTheWordSuccess(string infoType, string rest)
    {
        Incoming? received = null;
        await using var host = await CallbackHost.StartAsync(bot => bot.On<IncomingEvent>((IncomingEvent @event) => { received = @event; }));

        using var response = await host.PostAsync(
            Platform.Seal($"<xml><SuiteId>ww4asffe99e54c0f4c</SuiteId><InfoType>{infoType}</InfoType><TimeStamp>1403610513</TimeStamp>{rest}</xml>"), TestContext.Current.CancellationToken);

        Assert.Equal("success", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(received);
    }

    [Fact]
    public async Task Post_HandlerAnswers_TheReplyOpensAsThePlatformOpensIt()
    {
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText((TextMessage message) => $"你说：{message.Content} ]]> <&>"));

        using var response = await host.PostAsync(Platform.Seal(Plaintexts.Text("你好 👍", from: "lisi")), TestContext.Current.CancellationToken);
        var reply = Platform.OpenReply(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("你说：你好 👍 ]]> <&>", reply.Element("Content")?.Value);
        Assert.Equal("lisi", reply.Element("ToUserName")?.Value);
        Assert.Equal(OfficialVector.CorpId, reply.Element("FromUserName")?.Value);
        Assert.Equal("text", reply.Element("MsgType")?.Value);
        Assert.Equal("text/xml; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal('<', (char)(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[0]);
    }

    [Fact]
    public async Task Post_NoRouteTakesIt_AnswersAnEmpty200()
    {
        await using var host = await CallbackHost.StartAsync(_ => { });

        using var response = await host.PostAsync(Platform.Seal(Plaintexts.Event("enter_agent")), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength);
        Assert.Empty(host.Complaints);
    }

    [Fact]
    public async Task Post_HandlerThrows_AnswersAnEmpty200()
    {
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText(string () => throw new InvalidTimeZoneException("mine")));

        using var response = await host.PostAsync(Platform.Seal(Plaintexts.Text("你好")), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength);
        Assert.Equal(LogLevel.Error, Assert.Single(host.Complaints).Level);
    }

    [Fact]
    public async Task Post_RetryWithAnotherNonceAndCiphertext_GetsTheSameAnswer()
    {
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText(() => $"answer {++_calls}"));

        Assert.Equal("answer 1", await host.AnswerAsync(Platform.Seal(Plaintexts.Text("你好"))));
        Assert.Equal("answer 1", await host.AnswerAsync(Platform.Seal(Plaintexts.Text("你好"))));
        Assert.Equal("answer 2", await host.AnswerAsync(Platform.Seal(Plaintexts.Text("你好", id: 2))));
    }

    [Fact]
    public async Task Post_HandlerIsSlowAndThePlatformHangsUp_TheRetryJoinsAndGetsTheAnswer()
    {
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText(SlowHandler));
        using var hangUp = new CancellationTokenSource();
        var first = host.PostAsync(Platform.Seal(Plaintexts.Text("你好")), hangUp.Token);
        await _started.Task.SoonAsync();

        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        var retry = host.AnswerAsync(Platform.Seal(Plaintexts.Text("你好")));
        Assert.False(retry.IsCompleted);
        _answer.SetResult("答");

        Assert.Equal("答", await retry.SoonAsync());
        Assert.Equal(1, _calls);
        Assert.DoesNotContain(host.Log.Lines, line => line.Exception is not null);
    }

    public static TheoryData<string, byte[]> Unreadable => new()
    {
        { "empty", [] },
        { "not XML", "not xml"u8.ToArray() },
        { "cut short", Encoding.UTF8.GetBytes(Plaintexts.Text("你好")[..^7]) },
        { "DTD", "<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xml>&a;</xml>"u8.ToArray() },
        { "deep nesting", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 50_000))) },
        { "invalid UTF-8", [0xFF, 0xFE, 0x00, 0x80] },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task Post_AuthenticButUnreadable_IsAcceptedAndKept(string what, byte[] plaintext)
    {
        UnreadableMessage? kept = null;
        await using var host = await CallbackHost.StartAsync(bot => bot.On<UnreadableMessage>((UnreadableMessage message) => { kept = message; }));

        using var response = await host.PostAsync(Platform.Seal(plaintext), TestContext.Current.CancellationToken);

        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{what}: {response.StatusCode}");
        Assert.Equal(plaintext, kept?.Raw.ToArray());
        Assert.StartsWith("Parse:", Assert.Single(host.Complaints).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_KindThatNoVersionKnows_ReachesTheCatchAlls()
    {
        await using var host = await CallbackHost.StartAsync(bot =>
        {
            bot.OnEvent((UnknownEvent unknown) => $"event {unknown.EventType}");
            bot.OnMessage((UnknownMessage unknown) => $"message {unknown.MessageType}");
        });

        Assert.Equal("event brand_new", await host.AnswerAsync(Platform.Seal(Plaintexts.Event("brand_new"))));
        Assert.Equal("message hologram", await host.AnswerAsync(Platform.Seal(Plaintexts.Text("x").Replace("[text]", "[hologram]", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Post_ToAnApplicationThatAsksForSignIn_IsStillTaken()
    {
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText(() => "答"), builder =>
        {
            builder.Services.AddAuthentication();
            builder.Services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        });

        Assert.Equal("答", await host.AnswerAsync(Platform.Seal(Plaintexts.Text("你好"))));
    }

    [Fact]
    public async Task Post_HandlerAsksForTheHttpContext_NeverSeesOne()
    {
        var seen = new List<HttpContext?>();
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText(async (IHttpContextAccessor accessor) =>
        {
            seen.Add(accessor.HttpContext);
            await Task.Yield();
            seen.Add(accessor.HttpContext);
            return "答";
        }), builder => builder.Services.AddHttpContextAccessor());

        Assert.Equal("答", await host.AnswerAsync(Platform.Seal(Plaintexts.Text("你好"))));
        Assert.Equal([null, null], seen);
    }

    [Fact]
    public async Task Post_TwoAccounts_EachHasItsOwnKeysAndBot()
    {
        var other = new PlatformEnvelope("simToken", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "ww0123456789abcdef");
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText((Account account) => account.Name), builder =>
        {
            builder.Configuration["Accounts:other:CorpId"] = "ww0123456789abcdef";
            builder.Configuration["Accounts:other:Token"] = "simToken";
            builder.Configuration["Accounts:other:EncodingAESKey"] = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
            builder.Configuration["Accounts:other:AgentId"] = "7";
            builder.AddWeCom("other", "Accounts:other");
        });
        host.App.MapWeCom("/callback/other", "other").OnText((Account account) => $"{account.Name} {account.Id} {account.AgentId}");

        Assert.Equal("WeCom", await host.AnswerAsync(Platform.Seal(Plaintexts.Text("你好"))));
        var callback = other.Seal(Plaintexts.Text("你好"));
        using var answer = await host.Client.PostAsync(new Uri("/callback/other" + callback.Query, UriKind.Relative), callback.Content, TestContext.Current.CancellationToken);
        var reply = other.OpenReply(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("other ww0123456789abcdef 7", reply.Element("Content")?.Value);
        using var crossed = await host.PostAsync(other.Seal(Plaintexts.Text("你好")), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, crossed.StatusCode);
    }

    [Fact]
    public async Task Post_UnknownPath_Is404()
    {
        await using var host = await CallbackHost.StartAsync(_ => { });

        using var response = await host.Client.GetAsync(new Uri("/wecom/other", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public async Task Post_MaxCallbackAge_RefusesWhatIsFurtherFromNow(int age, bool taken)
    {
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText(() => "答"), builder =>
        {
            builder.Configuration["WeCom:MaxCallbackAge"] = "00:05:00";
            builder.Services.AddSingleton<TimeProvider>(new StandingClock());
        });
        var timestamp = $"{StandingClock.Now - age}";

        using var response = await host.PostAsync(Platform.Seal(Encoding.UTF8.GetBytes(Plaintexts.Text("你好")), timestamp), TestContext.Current.CancellationToken);

        Assert.Equal(taken ? HttpStatusCode.OK : HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(taken ? 0 : 1, host.Complaints.Count());
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1700000000")]
    [InlineData("1.7e9")]
    [InlineData("99999999999999999999")]
    [InlineData("9223372036854775807")]
    public async Task Post_MaxCallbackAgeAndNoUsableTimestamp_IsRefused(string timestamp)
    {
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText(() => "答"), builder => builder.Configuration["WeCom:MaxCallbackAge"] = "00:05:00");

        using var response = await host.PostAsync(Platform.Seal(Encoding.UTF8.GetBytes(Plaintexts.Text("你好")), timestamp), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private sealed class StandingClock : TimeProvider
    {
        public const long Now = 1_700_000_000;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(Now);
    }
}
