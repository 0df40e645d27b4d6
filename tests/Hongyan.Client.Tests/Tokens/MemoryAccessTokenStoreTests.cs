namespace Hongyan.Client.Tests.Tokens;

public sealed class MemoryAccessTokenStoreTests
{
    private static readonly AccessTokenKey Key = AccessTokenKey.ForWeCom("ww1", 1, "s");
    private static readonly AccessToken Token = new("t", DateTimeOffset.UnixEpoch);

    private readonly MemoryAccessTokenStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_NothingStored_IsNull() => Assert.Null(await _store.GetAsync(Key, Cancellation));

    [Fact]
    public async Task GetAsync_AnotherKeyStored_IsNull()
    {
        await _store.SetAsync(AccessTokenKey.ForWeCom("ww1", 2, "s"), Token, Cancellation);

        Assert.Null(await _store.GetAsync(Key, Cancellation));
    }

    [Fact]
    public async Task SetAsync_ThenGetAsync_GivesIt()
    {
        await _store.SetAsync(Key, Token, Cancellation);

        Assert.Same(Token, await _store.GetAsync(AccessTokenKey.ForWeCom("ww1", 1, "s"), Cancellation));
    }

    [Fact]
    public async Task LeaseAsync_Held_WaitsUntilItIsGivenBack()
    {
        var first = await _store.LeaseAsync(Key, Cancellation);
        var second = _store.LeaseAsync(Key, Cancellation).AsTask();
        Assert.False(second.IsCompleted);

        await first.DisposeAsync();
        await (await second.WaitAsync(TestTimeouts.Default, Cancellation)).DisposeAsync();
    }

    [Fact]
    public async Task LeaseAsync_GivenBackTwice_IsStillForOneHolder()
    {
        var first = await _store.LeaseAsync(Key, Cancellation);
        await first.DisposeAsync();
        await first.DisposeAsync();

        await using var second = await _store.LeaseAsync(Key, Cancellation);
        Assert.False(_store.LeaseAsync(Key, Cancellation).AsTask().IsCompleted);
    }

    [Fact]
    public async Task LeaseAsync_AnotherKeyHeld_DoesNotWait()
    {
        await using var first = await _store.LeaseAsync(Key, Cancellation);

        Assert.True(_store.LeaseAsync(AccessTokenKey.ForWeCom("ww1", 2, "s"), Cancellation).AsTask().IsCompletedSuccessfully);
    }
}
