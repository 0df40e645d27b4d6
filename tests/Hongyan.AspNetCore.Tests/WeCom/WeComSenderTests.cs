using System.Net;
using System.Text;
using System.Text.Json;
using Hongyan.AspNetCore.Tests.Support;
using Hongyan.Storage;
using Hongyan.WeCom;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.AspNetCore.Tests.WeCom;

public sealed class WeComSenderTests
{
    [Theory]
    [InlineData(0, SendOutcome.Sent, null)]
    [InlineData(45009, SendOutcome.NotTaken, 60.0)]
    // A token that ends again and again is the platform's trouble or the operator's; the message must not be lost by it.
    [InlineData(40014, SendOutcome.NotTaken, 60.0)]
    [InlineData(42001, SendOutcome.NotTaken, 60.0)]
    [InlineData(60020, SendOutcome.NotTaken, null)]
    [InlineData(81013, SendOutcome.Refused, null)]
    public async Task Send_PlatformAnswers_IsJudgedByItsCode(int code, SendOutcome outcome, double? retryAfterSeconds)
    {
        var result = await SendAsync(new Platform(code), new TextReply("好"));

        Assert.Equal((outcome, code == 0 ? null : code), (result.Outcome, result.ErrorCode));
        Assert.Equal(retryAfterSeconds, result.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task Send_Card_IsATemplateCard()
    {
        var platform = new Platform(0);

        Assert.Equal(SendOutcome.Sent, (await SendAsync(platform, new TemplateCardReply(new TextNoticeCard { MainTitle = "好", Action = "https://example.com" }))).Outcome);

        using var sent = JsonDocument.Parse(platform.Sent!);
        Assert.Equal("template_card", sent.RootElement.GetProperty("msgtype").GetString());
        Assert.Equal("好", sent.RootElement.GetProperty("template_card").GetProperty("main_title").GetProperty("title").GetString());
    }

    private static async Task<SendResult> SendAsync(Platform platform, Reply reply)
    {
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText(() => "好"), builder =>
        {
            builder.Configuration["WeCom:AgentId"] = "218";
            builder.Configuration["WeCom:Secret"] = "secret-of-a-test";
            builder.Services.AddHttpClient("Hongyan.WeCom.WeCom").ConfigurePrimaryHttpMessageHandler(() => platform);
        });
        var sender = host.App.Services.GetRequiredKeyedService<IActiveSender>("WeCom");
        return await sender.SendAsync(new OutgoingMessage(new UserRef("WeCom", "zhangsan"), reply), TestContext.Current.CancellationToken).SoonAsync();
    }

    /// <summary>Gives tokens and answers every message with one code.</summary>
    private sealed class Platform(int code) : HttpMessageHandler
    {
        private int _tokens;

        public string? Sent { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            var body = request.RequestUri!.AbsolutePath.EndsWith("gettoken", StringComparison.Ordinal)
                ? $$"""{"errcode":0,"errmsg":"ok","access_token":"token{{++_tokens}}","expires_in":7200}"""
                : $$"""{"errcode":{{code}},"errmsg":"as the test says","msgid":"m1"}""";
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request };
        }
    }
}
