using Hongyan.Storage.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Storage.Tests.PostgreSql;

/// <summary>One token for all processes, fetched once, whatever their clocks say.</summary>
public sealed class TokenOfManyNodesTests : IDisposable
{
    private static readonly AccessTokenKey Key = AccessTokenKey.ForWeCom("ww0123456789abcdef", 1000002, "secret");

    private readonly StoreServer _server = new() { HasOwnClock = true };
    private int _fetches;

    public void Dispose() => _server.Dispose();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_ManyCallersAtTwoNodes_FetchOnceAndOnceMoreWhenItIsRevoked()
    {
        await using var a = await DurableBot.StartAsync(_server, _ => { }, time: new ShiftedTimeProvider(TimeSpan.FromHours(1)));
        await using var b = await DurableBot.StartAsync(_server, _ => { }, time: TimeProvider.System);
        AccessTokenSource[] sources = [Source(a), Source(b)];

        var first = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => sources[i % 2].GetAsync(Cancelled).AsTask())).SoonAsync();
        Assert.Equal(["token-1"], first.Select(token => token.Value).Distinct());

        var second = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => sources[i % 2].RefreshAsync(first[i], Cancelled).AsTask())).SoonAsync();
        Assert.Equal(["token-2"], second.Select(token => token.Value).Distinct());

        Assert.Equal(2, _fetches);
        // Each process knows by its own clock how long it is good.
        Assert.InRange(second[0].UsableUntil - second[1].UsableUntil, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
    }

    [Fact]
    public async Task LeaseAsync_HolderIsGone_IsGivenToTheNextWhenItIsOver()
    {
        await using var a = await DurableBot.StartAsync(_server, _ => { }, time: TimeProvider.System);
        await using var b = await DurableBot.StartAsync(_server, _ => { }, time: TimeProvider.System);
        var gone = await Store(a).LeaseAsync(Key, Cancelled);
        var next = Store(b).LeaseAsync(Key, Cancelled).AsTask();
        Assert.False(next.IsCompleted);

        _server.Execute("update bots_leases set ExpiresAt = clock_timestamp() - interval '1 second'");
        var lease = await next.SoonAsync();
        // The one that comes late gives back nothing that is not its own.
        await gone.DisposeAsync();

        Assert.Equal(1, _server.Scalar<long>("select count(*) from bots_leases"));
        await lease.DisposeAsync();
        Assert.Equal(0, _server.Scalar<long>("select count(*) from bots_leases"));
    }

    [Fact]
    public async Task LeaseAsync_GivenUp_LetsTheNextOfTheSameProcessIn()
    {
        await using var a = await DurableBot.StartAsync(_server, _ => { }, time: TimeProvider.System);
        await using var b = await DurableBot.StartAsync(_server, _ => { }, time: TimeProvider.System);
        var held = await Store(a).LeaseAsync(Key, Cancelled);
        using var patience = new CancellationTokenSource();
        var impatient = Store(b).LeaseAsync(Key, patience.Token).AsTask();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient.SoonAsync());
        var next = Store(b).LeaseAsync(Key, Cancelled).AsTask();

        await held.DisposeAsync();

        await (await next.SoonAsync()).DisposeAsync();
    }

    private static IAccessTokenStore Store(DurableBot bot) => bot.Services.GetRequiredService<IAccessTokenStore>();

    private AccessTokenSource Source(DurableBot bot)
    {
        var time = bot.Services.GetRequiredService<TimeProvider>();
        return new AccessTokenSource(
            Key, Store(bot), _ => Task.FromResult(new AccessToken($"token-{Interlocked.Increment(ref _fetches)}", time.GetUtcNow() + TimeSpan.FromMinutes(108))), time);
    }
}
