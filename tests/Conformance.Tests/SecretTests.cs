using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Hongyan.Simulator.WeCom;
using Hongyan.WeCom;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan.Conformance.Tests;

/// <summary>Everything that is written down at the most talkative level, while calls succeed and fail in every way.</summary>
public sealed class SecretTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Log_OfSuccessesAndFailures_HoldsNoTokenNoSecretNoKey()
    {
        var log = new Lines();
        using var host = CreateHost(log, platform.Address);
        using var unreachable = CreateHost(log, new Uri("http://127.0.0.1:1"));
        var client = host.Services.GetRequiredKeyedService<WeComClient>("demo");
        var robot = host.Services.GetRequiredKeyedService<GroupRobotClient>("notice");
        HashSet<string> secrets = [SampleApps.Demo.Secret, SampleGroups.Notice.Key, "wrong-key-4711", await TokenAsync()];

        await SendAsync(client);
        await robot.SendTextAsync("hi", cancellationToken: Cancellation);
        using var file = new MemoryStream("0123456789"u8.ToArray());
        await client.Media.UploadAsync(MediaType.File, "a.csv", file, Cancellation);

        // Tried again after a pause, and then in vain.
        await platform.ControlAsync(HttpMethod.Put, "/sim/apps/demo/faults/calls", new[] { new { errCode = -1, times = 1 } });
        await SendAsync(client);
        await platform.ControlAsync(HttpMethod.Put, "/sim/apps/demo/faults/calls", new[] { new { errCode = 40003, times = 1 } });
        await FailAsync(log, () => SendAsync(client));

        await platform.ControlAsync(HttpMethod.Post, "/sim/apps/demo/tokens/revoke");
        await SendAsync(client);
        secrets.Add(await TokenAsync());
        await platform.AdvanceAsync(TimeSpan.FromHours(3));
        await SendAsync(client);
        secrets.Add(await TokenAsync());

        await FailAsync(log, () => client.SendAsync(HttpMethod.Get, "/cgi-bin/no/such/call", cancellationToken: Cancellation));
        await FailAsync(log, () => client.Messages.SendAsync(Recipients.User("lisi"), new FilePush("nothing"), cancellationToken: Cancellation));
        await FailAsync(log, () => host.Services.GetRequiredKeyedService<GroupRobotClient>("wrong").SendTextAsync("hi", cancellationToken: Cancellation));
        await Task.WhenAll(
            FailAsync(log, () => SendAsync(unreachable.Services.GetRequiredKeyedService<WeComClient>("demo"))),
            FailAsync(log, () => unreachable.Services.GetRequiredKeyedService<GroupRobotClient>("notice").SendTextAsync("hi", cancellationToken: Cancellation)));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await FailAsync(log, () => client.Messages.SendAsync(Recipients.User("lisi"), "hi", cancellationToken: cancelled.Token));

        Assert.Equal(6, secrets.Count);
        Assert.Contains(log, line => line.Contains("Fetched an access token", StringComparison.Ordinal));
        Assert.Contains(log, line => line.Contains("is tried again", StringComparison.Ordinal));
        Assert.DoesNotContain(log, line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task CallLogOfTheSimulator_HoldsNoTokenNoSecretNoKey()
    {
        using var host = CreateHost(new Lines(), platform.Address);
        await SendAsync(host.Services.GetRequiredKeyedService<WeComClient>("demo"));
        await host.Services.GetRequiredKeyedService<GroupRobotClient>("notice").SendTextAsync("hi", cancellationToken: Cancellation);
        string[] secrets = [SampleApps.Demo.Secret, SampleGroups.Notice.Key, await TokenAsync()];

        var calls = (await platform.ControlAsync(HttpMethod.Get, "/sim/calls"))!.ToJsonString();

        Assert.Contains("/cgi-bin/webhook/send", calls, StringComparison.Ordinal);
        Assert.DoesNotContain(secrets, secret => calls.Contains(secret, StringComparison.Ordinal));
    }

    private static Task<SentMessage> SendAsync(WeComClient client) =>
        client.Messages.SendAsync(Recipients.User("zhangsan"), "hi", cancellationToken: Cancellation);

    /// <summary>What a caller would log of a failure is looked at too.</summary>
    private static async Task FailAsync(Lines log, Func<Task> call) => log.Enqueue((await Assert.ThrowsAnyAsync<Exception>(call)).ToString());

    /// <summary>The token that the platform gives the demo app at this moment.</summary>
    private async Task<string> TokenAsync()
    {
        var answer = await platform.Control.GetStringAsync(
            new Uri($"/cgi-bin/gettoken?corpid={SampleApps.Demo.CorpId}&corpsecret={SampleApps.Demo.Secret}", UriKind.Relative), Cancellation);
        return (string)JsonNode.Parse(answer)!["access_token"]!;
    }

    private static IHost CreateHost(Lines log, Uri address)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Accounts:demo:CorpId"] = SampleApps.Demo.CorpId,
            ["Accounts:demo:AgentId"] = "1000002",
            ["Accounts:demo:Secret"] = SampleApps.Demo.Secret,
            ["Accounts:demo:Token"] = "callbackToken",
            ["Accounts:demo:EncodingAESKey"] = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
            ["Accounts:demo:ApiBaseAddress"] = address.AbsoluteUri,
            ["Robots:notice:WebhookUrl"] = new Uri(address, "/cgi-bin/webhook/send?key=" + SampleGroups.Notice.Key).AbsoluteUri,
        });
        builder.AddWeCom("demo", "Accounts:demo");
        builder.AddGroupRobot("notice", "Robots:notice");
        builder.AddGroupRobot("wrong", new Uri(address, "/cgi-bin/webhook/send?key=wrong-key-4711"));
        return builder.Build();
    }

    private sealed class Lines : ConcurrentQueue<string>, ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
