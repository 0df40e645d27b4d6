using Hongyan.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;

namespace Hongyan.AspNetCore.Tests;

public sealed class HelloWorldTests
{
    /// <summary>The statements of samples/01-echo.cs, from the command line to the bubble.</summary>
    [Fact]
    public async Task Echo_AsTheSampleIsWritten_Answers()
    {
        string[] args = ["--environment=Development", "--Logging:LogLevel:Default=None", $"--WeCom:CorpId={OfficialVector.CorpId}", $"--WeCom:Token={OfficialVector.Token}", $"--WeCom:EncodingAESKey={OfficialVector.EncodingAESKey}"];

        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseTestServer();
        builder.AddWeCom();

        await using var app = builder.Build();
        var bot = app.MapWeCom("/wecom");
        bot.OnText("ping", () => "pong");
        bot.OnText((TextMessage m) => $"你说：{m.Content}");
        await app.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal("pong", await SayAsync(app, "ping"));
        Assert.Equal("你说：你好", await SayAsync(app, "你好"));
        Assert.Equal("1. text ping\n2. text", bot.Describe());
    }

    private static async Task<string?> SayAsync(WebApplication app, string text)
    {
        using var client = app.GetTestClient();
        var callback = PlatformEnvelope.Official.Seal(Plaintexts.Text(text));
        using var response = await client.PostAsync(new Uri("/wecom" + callback.Query, UriKind.Relative), callback.Content, TestContext.Current.CancellationToken);
        var reply = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return PlatformEnvelope.Official.OpenReply(reply).Element("Content")?.Value;
    }
}
