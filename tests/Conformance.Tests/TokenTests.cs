using Hongyan.Simulator.WeCom;
using Hongyan.WeCom;

namespace Hongyan.Conformance.Tests;

/// <summary>The client's tokens against a platform that lets them expire and withdraws them.</summary>
public sealed class TokenTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IDisposable
{
    private readonly CountedConnection _connection = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _connection.Dispose();

    private static Task<SentMessage> SendAsync(WeComClient client) =>
        client.Messages.SendAsync(Recipients.User("zhangsan"), "hi", cancellationToken: Cancellation);

    [Fact]
    public async Task Call_TokenExpired_FetchesAnotherAndSucceeds()
    {
        var client = platform.ClientOf(SampleApps.Demo, connection: _connection);
        await SendAsync(client);
        await platform.AdvanceAsync(TimeSpan.FromHours(3));

        await SendAsync(client);

        Assert.Equal(2, _connection.TokenFetches);
    }

    [Fact]
    public async Task Call_WrongSecret_IsRefusedWith40001()
    {
        var client = platform.ClientOf(SampleApps.Demo with { Secret = "not-the-secret" });

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => SendAsync(client));

        Assert.Equal((40001, "GET /cgi-bin/gettoken"), (refusal.Code, refusal.Endpoint));
    }

    [Fact]
    public async Task Call_HundredTasksNeedAToken_FetchItOnce()
    {
        var client = platform.ClientOf(SampleApps.Demo, connection: _connection);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => SendAsync(client))));

        Assert.Equal(1, _connection.TokenFetches);
    }

    [Fact]
    public async Task Call_TokenRevokedInTheMiddleOfAThousandSends_RefreshesOnceAndNobodyFails()
    {
        const int Sends = 1000;
        var client = platform.ClientOf(SampleApps.Demo, connection: _connection);
        var done = 0;

        var sends = Task.WhenAll(Enumerable.Range(0, Sends).Select(_ => Task.Run(async () =>
        {
            await SendAsync(client);
            if (Interlocked.Increment(ref done) == Sends / 3)
                await platform.ControlAsync(HttpMethod.Post, "/sim/apps/demo/tokens/revoke");
        })));
        await sends;

        Assert.Equal(Sends, done);
        Assert.Equal(2, _connection.TokenFetches);
        Assert.Equal(2, _connection.Tokens.Count);
    }

    [Fact]
    public async Task Call_TwoAppsOfOneCorpWithOneStore_NeverShareAToken()
    {
        var store = new MemoryAccessTokenStore();
        using var other = new CountedConnection();
        WeComClient demo = platform.ClientOf(SampleApps.Demo, connection: _connection, store: store), echo = platform.ClientOf(SampleApps.Echo, connection: other, store: store);

        await Task.WhenAll(Enumerable.Range(0, 50).SelectMany(_ => new[] { Task.Run(() => SendAsync(demo)), Task.Run(() => SendAsync(echo)) }));

        Assert.Empty(_connection.Tokens.Intersect(other.Tokens));
        Assert.Equal((1, 1), (_connection.TokenFetches, other.TokenFetches));
    }
}
