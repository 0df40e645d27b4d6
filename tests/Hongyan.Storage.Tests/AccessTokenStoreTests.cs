using Hongyan.Storage.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Storage.Tests;

public abstract class AccessTokenStoreTests : IDisposable
{
    private static readonly AccessTokenKey Key = AccessTokenKey.ForWeCom("ww0123456789abcdef", 1000002, "secret");

    private readonly TestStore _file;

    private protected AccessTokenStoreTests(TestStore store) => _file = store;

    public sealed class OnSqlite() : AccessTokenStoreTests(new StoreFile());

    public sealed class OnPostgreSql() : AccessTokenStoreTests(new StoreServer());

    public void Dispose()
    {
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_AfterARestart_GivesTheTokenThatWasStored()
    {
        var token = new AccessToken("a-token-that-nobody-may-read", new DateTimeOffset(2026, 1, 5, 3, 0, 0, TimeSpan.Zero));
        await using (var first = await DurableBot.StartAsync(_file, _ => { }))
        {
            await using (await Store(first).LeaseAsync(Key, Cancelled))
                await Store(first).SetAsync(Key, token, Cancelled);
        }

        await using var second = await DurableBot.StartAsync(_file, _ => { });

        Assert.Equal(token, await Store(second).GetAsync(Key, Cancelled));
        Assert.Null(await Store(second).GetAsync(AccessTokenKey.ForWeCom("ww0123456789abcdef", 1000002, "another"), Cancelled));
        Assert.DoesNotContain("a-token-that-nobody-may-read", await _file.ReadAllAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LeaseAsync_SecondHolder_WaitsForTheFirst()
    {
        await using var bot = await DurableBot.StartAsync(_file, _ => { });
        var first = await Store(bot).LeaseAsync(Key, Cancelled);
        var second = Store(bot).LeaseAsync(Key, Cancelled).AsTask();
        Assert.False(second.IsCompleted);

        await first.DisposeAsync();

        await using (await second.SoonAsync())
        {
        }
    }

    private static IAccessTokenStore Store(DurableBot bot) => bot.Services.GetRequiredService<IAccessTokenStore>();
}
