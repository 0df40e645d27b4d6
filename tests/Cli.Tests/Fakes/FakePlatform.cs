using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hongyan.Cli.Tests.Fakes;

/// <summary>A platform that answers what a test wants, for what the simulator does not do.</summary>
internal sealed class FakePlatform : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakePlatform(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>Starts it.</summary>
    /// <param name="answer">What it answers.</param>
    /// <param name="certificate">Its certificate; null is plain HTTP.</param>
    public static async Task<FakePlatform> StartAsync(RequestDelegate answer, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        builder.WebHost.UseKestrelHttpsConfiguration();
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new FakePlatform(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
