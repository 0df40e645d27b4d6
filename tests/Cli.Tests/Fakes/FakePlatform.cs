using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hongyan.Cli.Tests.Fakes;

/// <summary>A platform that answers what a test wants, for what the simulator does not do.</summary>
internal sealed class FakePlatform : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakePlatform(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public static async Task<FakePlatform> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new FakePlatform(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
