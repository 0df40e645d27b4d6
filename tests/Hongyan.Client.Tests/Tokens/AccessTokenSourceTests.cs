namespace Hongyan.Client.Tests.Tokens;

public sealed class AccessTokenSourceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_HundredAtOnce_FetchesOnce()
    {
        var test = new TestSource();
        var issued = new TaskCompletionSource<AccessToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        test.Fetch = _ => issued.Task;

        var waiters = Enumerable.Range(0, 100).Select(_ => Task.Run(() => test.Source.GetAsync(Cancellation).AsTask())).ToList();
        issued.SetResult(test.Token("only"));
        var tokens = await Task.WhenAll(waiters).WaitAsync(TestTimeouts.Default, Cancellation);

        Assert.All(tokens, token => Assert.Equal("only", token.Value));
        Assert.Equal(1, test.Fetches);
    }

    [Fact]
    public async Task GetAsync_Usable_CompletesAtOnce()
    {
        var test = new TestSource();
        await test.Source.GetAsync(Cancellation);

        Assert.True(test.Source.GetAsync(Cancellation).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task GetAsync_OneWaiterCancels_TheOthersGetTheToken()
    {
        var test = new TestSource();
        var issued = new TaskCompletionSource<AccessToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        test.Fetch = _ => issued.Task;
        using var impatience = new CancellationTokenSource();

        var impatient = test.Source.GetAsync(impatience.Token).AsTask();
        var patient = test.Source.GetAsync(Cancellation).AsTask();
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        issued.SetResult(test.Token("late"));

        Assert.Equal("late", (await patient.WaitAsync(TestTimeouts.Default, Cancellation)).Value);
        Assert.Equal(1, test.Fetches);
    }

    [Theory]
    [InlineData(7200, 6479, 1)]
    [InlineData(7200, 6481, 2)]
    [InlineData(600, 539, 1)]
    [InlineData(600, 541, 2)]
    public async Task GetAsync_AfterAWhile_FetchesWhenATenthOfTheLifetimeIsLeft(int lifetime, int elapsed, int fetches)
    {
        var test = new TestSource();
        test.Fetch = number => Task.FromResult(test.Token($"token-{number}", lifetime));
        await test.Source.GetAsync(Cancellation);
        test.Time.Advance(TimeSpan.FromSeconds(elapsed));

        var token = await test.Source.GetAsync(Cancellation);

        Assert.Equal($"token-{fetches}", token.Value);
        Assert.Equal(fetches, test.Fetches);
    }

    [Theory]
    [InlineData(6100, 1)]
    [InlineData(6200, 2)]
    public async Task RenewAheadAsync_InTheLastMinutes_FetchesBeforeACallHasTo(int elapsed, int fetches)
    {
        var test = new TestSource();
        await test.Source.GetAsync(Cancellation);
        test.Time.Advance(TimeSpan.FromSeconds(elapsed));

        await test.Source.RenewAheadAsync(TimeSpan.FromMinutes(5), Cancellation);

        Assert.Equal(fetches, test.Fetches);
        Assert.Equal($"token-{fetches}", (await test.Source.GetAsync(Cancellation)).Value);
    }

    [Fact]
    public async Task RenewAheadAsync_NoneInUse_FetchesNone()
    {
        var test = new TestSource();

        await test.Source.RenewAheadAsync(TimeSpan.FromMinutes(5), Cancellation);

        Assert.Equal(0, test.Fetches);
    }

    [Fact]
    public async Task RenewAheadAsync_AnotherProcessHasFetched_TakesItsToken()
    {
        var store = new MemoryAccessTokenStore();
        var one = new TestSource(store);
        var other = new TestSource(store, one.Time);
        await one.Source.GetAsync(Cancellation);
        await other.Source.GetAsync(Cancellation);
        one.Time.Advance(TimeSpan.FromSeconds(6200));
        one.Fetch = _ => Task.FromResult(one.Token("second"));

        await one.Source.RenewAheadAsync(TimeSpan.FromMinutes(5), Cancellation);
        await other.Source.RenewAheadAsync(TimeSpan.FromMinutes(5), Cancellation);

        Assert.Equal("second", (await other.Source.GetAsync(Cancellation)).Value);
        Assert.Equal(0, other.Fetches);
    }

    [Fact]
    public async Task RenewAheadAsync_PlatformDown_KeepsTheTokenThatIsStillGood()
    {
        var test = new TestSource();
        await test.Source.GetAsync(Cancellation);
        test.Time.Advance(TimeSpan.FromSeconds(6200));
        test.Fetch = _ => Task.FromException<AccessToken>(new HongyanException("down"));

        await Assert.ThrowsAsync<HongyanException>(() => test.Source.RenewAheadAsync(TimeSpan.FromMinutes(5), Cancellation));

        Assert.Equal("token-1", (await test.Source.GetAsync(Cancellation)).Value);
    }

    [Fact]
    public async Task GetAsync_TokenWithASecondLeft_IsNotFetchedForEveryCall()
    {
        var test = new TestSource();
        test.Fetch = _ => Task.FromResult(test.Token("dying", seconds: 1));

        for (var call = 0; call < 10; call++)
        {
            await test.Source.GetAsync(Cancellation);
            test.Time.Advance(TimeSpan.FromMilliseconds(900));
        }

        Assert.Equal(1, test.Fetches);
    }

    [Fact]
    public async Task GetAsync_StoredByAnotherProcess_FetchesNothing()
    {
        var store = new MemoryAccessTokenStore();
        var time = new ManualTimeProvider();
        var first = new TestSource(store, time);
        var second = new TestSource(store, time);
        var token = await first.Source.GetAsync(Cancellation);

        Assert.Equal(token, await second.Source.GetAsync(Cancellation));
        Assert.Equal(0, second.Fetches);
    }

    [Fact]
    public async Task GetAsync_TwoProcessesAtOnce_FetchOnce()
    {
        var store = new MemoryAccessTokenStore();
        var time = new ManualTimeProvider();
        TestSource first = new(store, time), second = new(store, time);
        var issued = new TaskCompletionSource<AccessToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        first.Fetch = second.Fetch = _ => issued.Task;

        var both = Task.WhenAll(first.Source.GetAsync(Cancellation).AsTask(), second.Source.GetAsync(Cancellation).AsTask());
        issued.SetResult(first.Token("shared"));
        var tokens = await both.WaitAsync(TestTimeouts.Default, Cancellation);

        Assert.All(tokens, token => Assert.Equal("shared", token.Value));
        Assert.Equal(1, first.Fetches + second.Fetches);
    }

    [Fact]
    public async Task GetAsync_TwoApplicationsOfOneCorp_DoNotShare()
    {
        var store = new MemoryAccessTokenStore();
        TestSource first = new(store, secret: "one"), second = new(store, secret: "two");
        first.Fetch = _ => Task.FromResult(first.Token("of-one"));
        second.Fetch = _ => Task.FromResult(second.Token("of-two"));

        await first.Source.GetAsync(Cancellation);
        await second.Source.GetAsync(Cancellation);

        Assert.Equal("of-one", (await first.Source.GetAsync(Cancellation)).Value);
        Assert.Equal("of-two", (await second.Source.GetAsync(Cancellation)).Value);
    }

    [Fact]
    public async Task RefreshAsync_HundredWithTheSameRefusedToken_FetchesOnce()
    {
        var test = new TestSource();
        var refused = await test.Source.GetAsync(Cancellation);

        var renewals = Enumerable.Range(0, 100).Select(_ => Task.Run(() => test.Source.RefreshAsync(refused, Cancellation).AsTask()));
        var tokens = await Task.WhenAll(renewals).WaitAsync(TestTimeouts.Default, Cancellation);

        Assert.All(tokens, token => Assert.Equal("token-2", token.Value));
        Assert.Equal(2, test.Fetches);
    }

    [Fact]
    public async Task RefreshAsync_RenewedSince_FetchesNothing()
    {
        var test = new TestSource();
        var refused = await test.Source.GetAsync(Cancellation);
        var renewed = await test.Source.RefreshAsync(refused, Cancellation);

        Assert.Equal(renewed, await test.Source.RefreshAsync(refused, Cancellation));
        Assert.Equal(2, test.Fetches);
    }

    [Fact]
    public async Task RefreshAsync_RenewedByAnotherProcess_TakesItFromTheStore()
    {
        var store = new MemoryAccessTokenStore();
        var time = new ManualTimeProvider();
        TestSource first = new(store, time), second = new(store, time);
        var refused = await first.Source.GetAsync(Cancellation);
        await second.Source.GetAsync(Cancellation);
        var renewed = await first.Source.RefreshAsync(refused, Cancellation);

        Assert.Equal(renewed, await second.Source.RefreshAsync(refused, Cancellation));
        Assert.Equal(0, second.Fetches);
    }

    [Fact]
    public async Task RefreshAsync_WhileAFetchBringsTheRefusedToken_FetchesAgain()
    {
        var test = new TestSource();
        var issued = new TaskCompletionSource<AccessToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        var refused = test.Token("refused");
        test.Fetch = number => number == 1 ? issued.Task : Task.FromResult(test.Token("good"));

        var getting = test.Source.GetAsync(Cancellation).AsTask();
        var refreshing = test.Source.RefreshAsync(refused, Cancellation).AsTask();
        issued.SetResult(refused);

        Assert.Equal("refused", (await getting.WaitAsync(TestTimeouts.Default, Cancellation)).Value);
        Assert.Equal("good", (await refreshing.WaitAsync(TestTimeouts.Default, Cancellation)).Value);
        Assert.Equal(2, test.Fetches);
    }

    [Fact]
    public async Task RefreshAsync_PlatformGivesTheRefusedTokenAgain_StopsAsking()
    {
        var test = new TestSource();
        test.Fetch = _ => Task.FromResult(test.Token("same"));
        var refused = await test.Source.GetAsync(Cancellation);

        for (var call = 0; call < 100; call++)
            Assert.Equal("same", (await test.Source.RefreshAsync(refused, Cancellation)).Value);
        Assert.Equal(1 + 5, test.Fetches);

        test.Time.Advance(TimeSpan.FromMinutes(1));
        await test.Source.RefreshAsync(refused, Cancellation);
        Assert.Equal(1 + 6, test.Fetches);
    }

    [Fact]
    public async Task GetAsync_FetchFails_FailsAtOnceForAWhileAndThenTriesAgain()
    {
        var test = new TestSource();
        test.Fetch = number => number == 1
            ? throw new PlatformApiException(40001, "GET /cgi-bin/gettoken", "invalid credential")
            : Task.FromResult(test.Token("good"));

        for (var call = 0; call < 100; call++)
            await Assert.ThrowsAsync<PlatformApiException>(() => test.Source.GetAsync(Cancellation).AsTask());
        Assert.Equal(1, test.Fetches);

        test.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("good", (await test.Source.GetAsync(Cancellation)).Value);
    }

    [Fact]
    public async Task GetAsync_FetchKeepsFailing_WaitsLongerUpToAMinute()
    {
        var test = new TestSource();
        test.Fetch = _ => throw new PlatformApiException(40001, "GET /cgi-bin/gettoken", "invalid credential");

        var fetchesAt = new List<int>();
        for (var second = 0; second < 300; second++)
        {
            var before = test.Fetches;
            await Assert.ThrowsAsync<PlatformApiException>(() => test.Source.GetAsync(Cancellation).AsTask());
            if (test.Fetches > before)
                fetchesAt.Add(second);
            test.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([0, 1, 3, 7, 15, 31, 63, 123, 183, 243], fetchesAt);
    }

    [Fact]
    public async Task GetAsync_StoreFails_FetchesOnceAndKeepsTheTokenHere()
    {
        var test = new TestSource(new BrokenStore());

        for (var call = 0; call < 10; call++)
            Assert.Equal("token-1", (await test.Source.GetAsync(Cancellation)).Value);
        Assert.Equal(1, test.Fetches);
    }

    [Fact]
    public async Task GetAsync_StoreHangs_GoesOnWithoutIt()
    {
        var store = new HangingStore();
        var test = new TestSource(store);

        var getting = test.Source.GetAsync(Cancellation).AsTask();
        // Lease, read and write: each is given up after its own ten seconds.
        for (var question = 0; question < 3; question++)
        {
            await store.Asked.WaitAsync(TestTimeouts.Default, Cancellation);
            test.Time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal("token-1", (await getting.WaitAsync(TestTimeouts.Default, Cancellation)).Value);
    }

    [Fact]
    public async Task GetAsync_LeaseGrantedAfterItWasGivenUp_IsGivenBack()
    {
        var store = new SlowLeaseStore();
        var test = new TestSource(store);

        var getting = test.Source.GetAsync(Cancellation).AsTask();
        await store.Asked.Task.WaitAsync(TestTimeouts.Default, Cancellation);
        test.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("token-1", (await getting.WaitAsync(TestTimeouts.Default, Cancellation)).Value);
        Assert.False(store.IsGivenBack.Task.IsCompleted);
        store.Grant();

        await store.IsGivenBack.Task.WaitAsync(TestTimeouts.Default, Cancellation);
    }

    private sealed class SlowLeaseStore : IAccessTokenStore, IAsyncDisposable
    {
        private readonly TaskCompletionSource<IAsyncDisposable> _lease = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource IsGivenBack { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Grant() => _lease.SetResult(this);

        public ValueTask DisposeAsync()
        {
            IsGivenBack.SetResult();
            return ValueTask.CompletedTask;
        }

        public ValueTask<IAsyncDisposable> LeaseAsync(AccessTokenKey key, CancellationToken cancellationToken)
        {
            Asked.SetResult();
            return new(_lease.Task);
        }

        public ValueTask<AccessToken?> GetAsync(AccessTokenKey key, CancellationToken cancellationToken) => new((AccessToken?)null);

        public ValueTask SetAsync(AccessTokenKey key, AccessToken token, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    private sealed class BrokenStore : IAccessTokenStore
    {
        public ValueTask<IAsyncDisposable> LeaseAsync(AccessTokenKey key, CancellationToken cancellationToken) => new(new BrokenLease());

        public ValueTask<AccessToken?> GetAsync(AccessTokenKey key, CancellationToken cancellationToken) => throw new IOException("disk full");

        public ValueTask SetAsync(AccessTokenKey key, AccessToken token, CancellationToken cancellationToken) => throw new IOException("disk full");

        private sealed class BrokenLease : IAsyncDisposable
        {
            public ValueTask DisposeAsync() => throw new IOException("disk full");
        }
    }

    private sealed class HangingStore : IAccessTokenStore
    {
        public SemaphoreSlim Asked { get; } = new(0);

        public ValueTask<IAsyncDisposable> LeaseAsync(AccessTokenKey key, CancellationToken cancellationToken) => HangAsync<IAsyncDisposable>();

        public ValueTask<AccessToken?> GetAsync(AccessTokenKey key, CancellationToken cancellationToken) => HangAsync<AccessToken?>();

        public ValueTask SetAsync(AccessTokenKey key, AccessToken token, CancellationToken cancellationToken) => new(HangAsync<bool>().AsTask());

        /// <summary>Without an eye on the cancellation, like the worst of drivers.</summary>
        private ValueTask<T> HangAsync<T>()
        {
            Asked.Release();
            return new ValueTask<T>(new TaskCompletionSource<T>().Task);
        }
    }
}
