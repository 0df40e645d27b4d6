using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan.Cli.Tests.Fakes;

/// <summary>The callbacks of real bots, one of each platform, with the values of a configuration file.</summary>
internal sealed class BotServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BotServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public static async Task<BotServer> StartAsync(string configFile)
    {
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0", "--environment=Development"]);
        builder.Logging.ClearProviders();
        builder.Configuration.AddJsonFile(configFile);
        builder.AddWeCom("demo", "Accounts:demo");
        builder.AddOfficialAccount("oa", "Accounts:oa");
        builder.AddWeComRobot("robot", "Accounts:robot");
        var app = builder.Build();
        app.MapWeCom("/callback/demo", "demo").OnText("在吗", () => "在");
        app.MapOfficialAccount("/callback/oa", "oa").OnText("在吗", () => "在");
        app.MapWeComRobot("/callback/robot", "robot").OnText("在吗", () => "在");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new BotServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
