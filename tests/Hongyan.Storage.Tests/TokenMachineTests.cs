using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using Hongyan.Storage.Tests.Support;
using Hongyan.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Storage.Tests;

/// <summary>
/// Two clients of one application, over one store: whatever order of calls, refused tokens, slow and failing platforms, kills and passing
/// time, one token is fetched at a time and none is used that is known to have ended.
/// </summary>
public sealed class TokenMachineTests
{
    private enum Happening
    {
        Ask,
        Refuse,
        HoldThePlatform,
        ReleaseThePlatform,
        FailThePlatform,
        FailTheStore,
        PassAnHour,
        SetTheClockBack,
        Kill,
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnyOrder_OfCallsAndRefusals_FetchesOneAtATimeAndNeverGivesAnEndedOne(bool onPostgreSql)
    {
        var plan = Gen.Elements(Enum.GetValues<Happening>().Concat([Happening.Ask, Happening.Ask, Happening.Ask, Happening.Refuse, Happening.ReleaseThePlatform]))
            .Zip(Gen.Choose(0, 1)).ListOf(50);

        foreach (var run in plan.Sample(50, 10).Index())
        {
            using var machine = new Machine(onPostgreSql ? new StoreServer() : new StoreFile());
            await machine.StartAsync();
            foreach (var (happening, choice) in run.Item.Select(pair => (pair.Item1, pair.Item2)))
                await machine.DoAsync(happening, choice);
            await machine.SettleAsync();
            Assert.True(machine.Contradictions.Count == 0, $"Run {run.Index}: {string.Join("; ", machine.Contradictions)}. The plan was {string.Join(", ", run.Item)}.");
        }
    }

    private sealed class Machine(TestStore store) : IDisposable
    {
        private static readonly AccessTokenKey Key = AccessTokenKey.ForWeCom("ww0123456789abcdef", 1000002, "secret");

        private readonly TestStore _file = store;
        private readonly ManualTimeProvider _time = new();
        private readonly List<Task> _asking = [];
        private readonly Lock _lock = new();
        private TaskCompletionSource _platform = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private AccessTokenSource[] _sources = [];
        private DurableBot _process = null!;
        private volatile bool _isFailing;
        private volatile bool _isStoreFailing;
        private volatile bool _mayBeTiredOfWaiting;
        private int _fetches;
        private int _life;

        public List<string> Contradictions { get; } = [];

        public void Dispose() => _file.Dispose();

        public async Task StartAsync()
        {
            _platform.TrySetResult();
            _process = await DurableBot.StartAsync(_file, _ => { }, time: _time);
            var store = new FailingStore(_process.Services.GetRequiredService<IAccessTokenStore>(), () => _isStoreFailing);
            var life = ++_life;
            // What a killed process had begun is no fetch of those that live.
            var fetching = new StrongBox<int>();
            _sources = [.. Enumerable.Range(0, 2).Select(_ => new AccessTokenSource(Key, store, cancellationToken => FetchAsync(life, fetching), _time))];
        }

        public async Task DoAsync(Happening happening, int client)
        {
            switch (happening)
            {
                case Happening.Ask:
                    _asking.Add(AskAsync(_sources[client], rejected: null));
                    break;
                case Happening.Refuse when _platform.Task.IsCompleted && !_isFailing:
                    _asking.Add(RefuseAsync(_sources[client]));
                    break;
                case Happening.HoldThePlatform when _platform.Task.IsCompleted:
                    await EndAsync();
                    _platform = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    break;
                case Happening.ReleaseThePlatform:
                    _isFailing = false;
                    _platform.TrySetResult();
                    break;
                case Happening.FailThePlatform:
                    _isFailing = true;
                    _platform.TrySetResult();
                    break;
                case Happening.FailTheStore:
                    _isStoreFailing = !_isStoreFailing;
                    break;
                case Happening.PassAnHour:
                    await EndWhereThePlatformAnswersAsync();
                    _mayBeTiredOfWaiting = !_platform.Task.IsCompleted;
                    _time.Advance(TimeSpan.FromHours(1));
                    break;
                case Happening.SetTheClockBack:
                    await EndWhereThePlatformAnswersAsync();
                    _time.SetUtcNow(_time.GetUtcNow() - TimeSpan.FromMinutes(30));
                    break;
                case Happening.Kill:
                    _platform.TrySetResult();
                    await EndAsync();
                    await _process.KillAsync();
                    // Whoever has its token may not have given the lease back yet; the others would wait half a minute for it.
                    _file.EndLeases();
                    await StartAsync();
                    break;
            }
        }

        public async Task SettleAsync()
        {
            _isFailing = false;
            _platform.TrySetResult();
            await EndAsync();
            await _process.StopAsync();
        }

        private async Task EndAsync()
        {
            await Task.WhenAll(_asking).SoonAsync();
            _mayBeTiredOfWaiting = false;
        }

        /// <summary>Before the clock moves: whoever was given a token has looked at it by then. Those who wait for the platform get a fresh one.</summary>
        private Task EndWhereThePlatformAnswersAsync() => _platform.Task.IsCompleted ? EndAsync() : Task.CompletedTask;

        private async Task RefuseAsync(AccessTokenSource source)
        {
            if (await AskAsync(source, rejected: null) is { } token)
                await AskAsync(source, token);
        }

        private async Task<AccessToken?> AskAsync(AccessTokenSource source, AccessToken? rejected)
        {
            try
            {
                var token = await (rejected is null ? source.GetAsync(CancellationToken.None) : source.RefreshAsync(rejected, CancellationToken.None));
                if (rejected is null && token.UsableUntil <= _time.GetUtcNow())
                    Contradict($"a token was given that ended at {token.UsableUntil:T}, at {_time.GetUtcNow():T}");
                return token;
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }

        private async Task<AccessToken> FetchAsync(int life, StrongBox<int> fetching)
        {
            var number = Interlocked.Increment(ref _fetches);
            // Who has waited ten seconds for the one that fetches goes on alone.
            if (Interlocked.Increment(ref fetching.Value) > 1 && !_mayBeTiredOfWaiting)
                Contradict($"fetch {number} of process {life} began while another was under way");
            try
            {
                await _platform.Task;
                if (_isFailing)
                    throw new InvalidOperationException("The platform is down.");
                return new AccessToken($"token-{number}", _time.GetUtcNow() + TimeSpan.FromMinutes(108));
            }
            finally
            {
                Interlocked.Decrement(ref fetching.Value);
            }
        }

        private void Contradict(string sentence)
        {
            lock (_lock)
                Contradictions.Add(sentence);
        }
    }

    /// <summary>A store that can neither be read nor written at times. Its leases are this process's own and always there.</summary>
    private sealed class FailingStore(IAccessTokenStore store, Func<bool> isFailing) : IAccessTokenStore
    {
        public ValueTask<IAsyncDisposable> LeaseAsync(AccessTokenKey key, CancellationToken cancellationToken) => store.LeaseAsync(key, cancellationToken);

        public ValueTask<AccessToken?> GetAsync(AccessTokenKey key, CancellationToken cancellationToken) =>
            isFailing() ? throw new StoreUnavailableException("The test says so.") : store.GetAsync(key, cancellationToken);

        public ValueTask SetAsync(AccessTokenKey key, AccessToken token, CancellationToken cancellationToken) =>
            isFailing() ? throw new StoreUnavailableException("The test says so.") : store.SetAsync(key, token, cancellationToken);
    }
}
