using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.AspNetCore.Tests.Support;
using Hongyan.OfficialAccount;
using Hongyan.Storage;
using Hongyan.WeCom;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hongyan.AspNetCore.Tests.OfficialAccount;

public sealed class OfficialAccountSenderTests : IDisposable
{
    private static readonly NewsArticle Article = new() { Title = "通知", Url = "https://school.example/1" };

    private readonly Platform _platform = new();

    public void Dispose() => _platform.Dispose();

    [Theory]
    [InlineData(0, SendOutcome.Sent, null)]
    [InlineData(45009, SendOutcome.NotTaken, 60.0)]
    [InlineData(45011, SendOutcome.NotTaken, 60.0)]
    [InlineData(42001, SendOutcome.NotTaken, 60.0)]
    [InlineData(40164, SendOutcome.NotTaken, 60.0)]
    // The person has to write first; then the answer may go out.
    [InlineData(45015, SendOutcome.NotTaken, 60.0)]
    [InlineData(45047, SendOutcome.NotTaken, 60.0)]
    [InlineData(40003, SendOutcome.Refused, null)]
    [InlineData(48001, SendOutcome.Refused, null)]
    public async Task Send_PlatformAnswers_IsJudgedByItsCode(int code, SendOutcome outcome, double? retryAfterSeconds)
    {
        _platform.Code = code;
        await using var host = await StartAsync(verified: true);

        var result = await SendAsync(host, new TextReply("好"));

        Assert.Equal((outcome, code == 0 ? null : code), (result.Outcome, result.ErrorCode));
        Assert.Equal(retryAfterSeconds, result.RetryAfter?.TotalSeconds);
    }

    public static TheoryData<Reply, string, string> Kinds => new()
    {
        { new TextReply("好"), "text", """{"content":"好"}""" },
        { new ImageReply("m1"), "image", """{"media_id":"m1"}""" },
        { new VoiceReply("m1"), "voice", """{"media_id":"m1"}""" },
        { new VideoReply("m1") { Title = "标题" }, "video", """{"media_id":"m1","title":"标题"}""" },
        { new MusicReply("t1") { MusicUrl = "u" }, "music", """{"musicurl":"u","hqmusicurl":"u","thumb_media_id":"t1"}""" },
        { new NewsReply(Article), "news", """{"articles":[{"title":"通知","url":"https://school.example/1"}]}""" },
        { new NewsReply(Article, new NewsArticle { Title = "没有链接" }), "text", """{"content":"<a href=\"https://school.example/1\">通知</a>\n没有链接"}""" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Send_EachReply_IsTheCustomerMessageOfItsKind(Reply reply, string type, string fields)
    {
        await using var host = await StartAsync(verified: true);

        Assert.Equal(SendOutcome.Sent, (await SendAsync(host, reply)).Outcome);

        var sent = Assert.Single(_platform.Sent);
        Assert.Equal(("oA1", type), ((string?)sent["touser"], (string?)sent["msgtype"]));
        Assert.Equal(JsonNode.Parse(fields)!.ToJsonString(), sent[type]!.ToJsonString());
    }

    [Fact]
    public async Task Send_WhatCannotBeSent_IsRefusedWithoutACall()
    {
        await using var host = await StartAsync(verified: true);

        foreach (var reply in new Reply[] { new UpdateButtonReply("好"), new TransferCustomerServiceReply(), new TextReply(new string('长', 1000)) })
            Assert.Equal(SendOutcome.Refused, (await SendAsync(host, reply)).Outcome);
        Assert.Empty(_platform.Sent);
    }

    [Fact]
    public async Task Post_VerifiedAndLate_IsAnEmptyAnswerAndThenOneCustomerMessage()
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await StartAsync(verified: true, bot => bot.OnText(() => answer.Task), replyBudget: "00:00:00.3");

        Assert.Null(await host.AnswerAsync(OfficialAccountHost.Text("慢")).SoonAsync());
        answer.SetResult("终于");

        await _platform.Arrived.Task.SoonAsync();
        Assert.Equal("终于", (string?)Assert.Single(_platform.Sent)["text"]!["content"]);
        Assert.Null(await host.AnswerAsync(OfficialAccountHost.Text("慢")).SoonAsync());
        Assert.Single(_platform.Sent);
    }

    [Fact]
    public async Task Post_VerifiedAndOneMore_IsSentBesideTheAnswer()
    {
        await using var host = await StartAsync(verified: true, bot => bot.OnText(async (BotContext context) =>
        {
            await context.SendAsync("还有");
            return "答";
        }));

        Assert.Equal("答", await host.TextAsync(OfficialAccountHost.Text("问")));
        await _platform.Arrived.Task.SoonAsync();

        Assert.Equal("还有", (string?)Assert.Single(_platform.Sent)["text"]!["content"]);
    }

    [Fact]
    public async Task Post_UnverifiedAndLate_StaysOpenAndThePlatformsRetryGetsTheAnswer()
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await StartAsync(verified: false, bot => bot.OnText(() => answer.Task));

        var first = host.TextAsync(OfficialAccountHost.Text("慢"));
        var retry = host.TextAsync(OfficialAccountHost.Text("慢"));
        answer.SetResult("终于");

        Assert.Equal(("终于", "终于"), (await first.SoonAsync(), await retry.SoonAsync()));
        Assert.Empty(_platform.Sent);
        Assert.Contains(host.Log.Lines, line => line.Text.Contains("cannot send messages by itself, which takes its Secret and Verified", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Client_NoSecret_SaysWhichSettingIsMissing()
    {
        await using var host = await OfficialAccountHost.StartAsync(EncryptionMode.Safe, _ => { });

        var missing = Assert.Throws<HongyanException>(() => host.App.Services.GetRequiredKeyedService<OfficialAccountClient>("OfficialAccount"));

        Assert.StartsWith("OfficialAccount:Secret is missing", missing.Message, StringComparison.Ordinal);
    }

    private static Task<SendResult> SendAsync(OfficialAccountHost host, Reply reply) =>
        host.App.Services.GetRequiredKeyedService<IActiveSender>("OfficialAccount")
            .SendAsync(new OutgoingMessage(new UserRef("OfficialAccount", "oA1"), reply), TestContext.Current.CancellationToken).SoonAsync();

    private Task<OfficialAccountHost> StartAsync(bool verified, Action<Bot>? routes = null, string replyBudget = "00:00:04.5") =>
        OfficialAccountHost.StartAsync(EncryptionMode.Safe, routes ?? (_ => { }), builder =>
        {
            builder.Configuration["OfficialAccount:Secret"] = "secret-of-a-test";
            builder.Configuration["OfficialAccount:Verified"] = $"{verified}";
            builder.Configuration["Bots:ReplyBudget"] = replyBudget;
            builder.Services.AddHttpClient("Hongyan.OfficialAccount.OfficialAccount").ConfigurePrimaryHttpMessageHandler(() => _platform);
        });

    /// <summary>Gives tokens and answers every message with one code.</summary>
    private sealed class Platform : HttpMessageHandler
    {
        private readonly ConcurrentQueue<JsonNode> _sent = new();
        private int _tokens;

        public int Code { get; set; }

        public IReadOnlyList<JsonNode> Sent => [.. _sent];

        public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = $$"""{"errcode":{{Code}},"errmsg":"as the test says"}""";
            if (request.RequestUri!.AbsolutePath.EndsWith("stable_token", StringComparison.Ordinal))
            {
                body = $$"""{"access_token":"token{{Interlocked.Increment(ref _tokens)}}","expires_in":7200}""";
            }
            else
            {
                _sent.Enqueue(JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!);
                Arrived.TrySetResult();
            }
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request };
        }
    }
}
