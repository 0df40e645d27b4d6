using Hongyan.AspNetCore.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hongyan.Server.Tests;

public sealed class LogTests
{
    private const string Secret = "p9Xw2LmQ7vRt4KzB";

    [Theory]
    [InlineData()]
    [InlineData("--Logging:LogLevel:Microsoft.AspNetCore=Information")]
    [InlineData("--Logging:LogLevel:Default=Information", "--Logging:LogLevel:Microsoft=Information")]
    public async Task Request_AddressWithASecret_IsNotLogged(params string[] arguments)
    {
        using var log = new RecordedLog();
        using var data = new DataFolder();
        await using var server = ServerHost.Build(["--environment=Development", "--urls=http://127.0.0.1:0", data.Argument, .. arguments],
            builder => builder.Logging.AddProvider(log));
        await server.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(StartMessage.AddressOf(server)) };

        using var link = await client.GetAsync($"/console/link?token={Secret}", TestContext.Current.CancellationToken);
        using var hook = await client.PostAsync($"/hooks/jira/{Secret}", content: null, TestContext.Current.CancellationToken);
        using var callback = await client.GetAsync($"/callback/demo?msg_signature={Secret}&timestamp=1&nonce=1&echostr=1", TestContext.Current.CancellationToken);

        Assert.Contains(log.Lines, line => line.Category == "Hongyan.PlatformCallback");
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains(Secret, StringComparison.Ordinal));
        await server.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Levels_NothingConfigured_AreThoseOfTheFileBesideTheProgram()
    {
        using var data = new DataFolder();
        await using var server = ServerHost.Build(["--environment=Development", "--urls=http://127.0.0.1:0", $"--contentRoot={data.Combine("")}", data.Argument]);
        var loggers = server.Services.GetRequiredService<ILoggerFactory>();

        Assert.True(loggers.CreateLogger("Hongyan.PlatformCallback").IsEnabled(LogLevel.Information));
        Assert.False(loggers.CreateLogger("Microsoft.AspNetCore.Routing.EndpointMiddleware").IsEnabled(LogLevel.Information));
        Assert.False(loggers.CreateLogger("Microsoft.Hosting.Lifetime").IsEnabled(LogLevel.Information));
    }
}
