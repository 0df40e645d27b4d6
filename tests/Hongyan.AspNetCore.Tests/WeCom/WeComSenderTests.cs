using System.Net;
using System.Text;
using Hongyan.AspNetCore.Tests.Support;
using Hongyan.Storage;
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
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText(() => "好"), builder =>
        {
            builder.Configuration["WeCom:AgentId"] = "218";
            builder.Configuration["WeCom:Secret"] = "secret-of-a-test";
            builder.Services.AddHttpClient("Hongyan.WeCom.WeCom").ConfigurePrimaryHttpMessageHandler(() => new Platform(code));
        });
        var sender = host.App.Services.GetRequiredKeyedService<IActiveSender>("WeCom");

        var result = await sender.SendAsync(new OutgoingMessage(new UserRef("WeCom", "zhangsan"), new TextReply("好")), TestContext.Current.CancellationToken).SoonAsync();

        Assert.Equal((outcome, code == 0 ? null : code), (result.Outcome, result.ErrorCode));
        Assert.Equal(retryAfterSeconds, result.RetryAfter?.TotalSeconds);
    }

    /// <summary>Gives tokens and answers every message with one code.</summary>
    private sealed class Platform(int code) : HttpMessageHandler
    {
        private int _tokens;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.RequestUri!.AbsolutePath.EndsWith("gettoken", StringComparison.Ordinal)
                ? $$"""{"errcode":0,"errmsg":"ok","access_token":"token{{++_tokens}}","expires_in":7200}"""
                : $$"""{"errcode":{{code}},"errmsg":"as the test says","msgid":"m1"}""";
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request });
        }
    }
}
