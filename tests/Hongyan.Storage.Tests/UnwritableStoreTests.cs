using Hongyan.Storage.Tests.Support;
using Hongyan.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hongyan.Storage.Tests;

public abstract class UnwritableStoreTests : IDisposable
{
    private readonly TestStore _file;
    private readonly ManualTimeProvider _time = new();
    private readonly TaskCompletionSource<string> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    private protected UnwritableStoreTests(TestStore store) => _file = store;

    public void Dispose()
    {
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Deliver_DatabaseIsLocked_RefusesAndRecoversWithoutARestart()
    {
        await using var bot = await StartAsync();
        using (_file.Block())
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => bot.DeliverAsync(Arrivals.Text("快")).SoonAsync());
            Assert.False(bot.Store.IsHealthy);
            await Assert.ThrowsAsync<StoreUnavailableException>(() => bot.DeliverAsync(Arrivals.Text("快")).SoonAsync());
        }

        Assert.Equal("快 1", await bot.AnswerOnceAcceptedAsync(Arrivals.Text("快")));
        Assert.True(bot.Store.IsHealthy);
        Assert.Equal(1, _calls);
        Assert.Equal(1, _file.Scalar<long>("select count(*) from bots_inbox where State = 1"));
    }

    [Fact]
    public async Task Complete_DatabaseIsLockedAfterTheMessageWasAccepted_WritesTheOutcomeWhenItCan()
    {
        var sender = new FakeSender();
        await using var bot = await StartAsync(sender);
        var delivery = bot.DeliverAsync(Arrivals.Text("慢"));
        await bot.AcceptedAsync(Arrivals.Text("慢"));
        _time.Advance(TimeSpan.FromSeconds(4.5));
        Assert.True((await delivery.SoonAsync()).IsEmpty);

        using (_file.Block())
        {
            _answer.SetResult("终于");
            await _time.WaitForTimerAsync(TimeSpan.FromMilliseconds(200)).SoonAsync();
        }
        _time.Advance(TimeSpan.FromMilliseconds(200));

        Assert.Equal("终于", await sender.NextAsync());
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task Deliver_AgainWhileTheRefusedMessagesHandlerStillRuns_DoesNotWaitForItself()
    {
        await using var bot = await StartAsync();
        using (_file.Block())
            await Assert.ThrowsAsync<StoreUnavailableException>(() => bot.DeliverAsync(Arrivals.Text("慢")).SoonAsync());

        var again = bot.DeliverAsync(Arrivals.Text("慢"));
        var next = bot.DeliverAsync(Arrivals.Text("快", id: 2));
        await Waiting.UntilAsync(() => _file.Scalar<long>("select count(*) from bots_inbox") == 2);
        _answer.SetResult("终于");

        Assert.Equal("终于", Arrivals.TextOf(await again.SoonAsync()));
        Assert.Equal("快 2", Arrivals.TextOf(await next.SoonAsync()));
        Assert.Equal(2, _calls);
        Assert.Equal(0, _file.Scalar<long>("select count(*) from bots_inbox where State <> 1"));
    }

    [Fact]
    public async Task Deliver_AfterARefusedMessageOfABusyConversation_StillWaitsForTheOneThatRuns()
    {
        await using var bot = await StartAsync();
        var slow = bot.DeliverAsync(Arrivals.Text("慢"));
        await bot.AcceptedAsync(Arrivals.Text("慢"));
        using (_file.Block())
            await Assert.ThrowsAsync<StoreUnavailableException>(() => bot.DeliverAsync(Arrivals.Text("快", id: 2)).SoonAsync());

        var next = bot.DeliverAsync(Arrivals.Text("快", id: 3));
        await bot.AcceptedAsync(Arrivals.Text("快", id: 3));
        Assert.Equal(1, _calls);
        _answer.SetResult("终于");

        Assert.Equal("终于", Arrivals.TextOf(await slow.SoonAsync()));
        Assert.Equal("快 2", Arrivals.TextOf(await next.SoonAsync()));
    }

    [Fact]
    public async Task Deliver_TextThatWouldFetchAnAnswerIsRefused_LeavesTheAnswerForTheNextOne()
    {
        await using var bot = await StartAsync();
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            using var hangUp = new CancellationTokenSource();
            var delivery = bot.DeliverUntilAsync(Arrivals.Text("慢"), hangUp.Token);
            await bot.AcceptedAsync(Arrivals.Text("慢"));
            await hangUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivery.SoonAsync());
        }
        _answer.SetResult("终于");
        await Waiting.UntilAsync(() => _file.Scalar<long>("select count(*) from bots_inbox where State = 1") == 1);

        using (_file.Block())
            await Assert.ThrowsAsync<StoreUnavailableException>(() => bot.DeliverAsync(Arrivals.Text("好了吗", id: 2)).SoonAsync());

        Assert.Equal("终于", await bot.AnswerOnceAcceptedAsync(Arrivals.Text("在吗", id: 3)));
        Assert.Equal("答", await bot.AnswerAsync(Arrivals.Text("谢谢", id: 4)));
    }

    [Fact]
    public async Task Deliver_RefusedAtFirstAndLateThen_SendsTheAnswer()
    {
        var sender = new FakeSender();
        await using var bot = await StartAsync(sender);
        using (_file.Block())
            await Assert.ThrowsAsync<StoreUnavailableException>(() => bot.DeliverAsync(Arrivals.Text("慢")).SoonAsync());
        var again = bot.DeliverAsync(Arrivals.Text("慢"));
        await bot.AcceptedAsync(Arrivals.Text("慢"));
        _time.Advance(TimeSpan.FromSeconds(4.5));
        Assert.True((await again.SoonAsync()).IsEmpty);

        _answer.SetResult("终于");

        Assert.Equal("终于", await sender.NextAsync());
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task Deliver_KeysCannotBeWrittenAtFirst_RecoversWithoutARestart()
    {
        var keys = new FailingKeys(_file.Keys) { Fails = true };
        await using var bot = await DurableBot.StartAsync(
            _file, bot => bot.OnText(() => "答"), time: _time, configure: services => services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(keys)));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => bot.DeliverAsync(Arrivals.Text("快")).SoonAsync());

        keys.Fails = false;

        Assert.Equal("答", await bot.AnswerOnceAcceptedAsync(Arrivals.Text("快")));
    }

    /// <summary>Data Protection whose folder is full.</summary>
    private sealed class FailingKeys(IDataProtectionProvider real) : IDataProtectionProvider
    {
        public bool Fails { get; set; }

        public IDataProtector CreateProtector(string purpose) => new FailingProtector(this, real.CreateProtector(purpose));
    }

    private sealed class FailingProtector(FailingKeys keys, IDataProtector real) : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => new FailingProtector(keys, real.CreateProtector(purpose));

        public byte[] Protect(byte[] plaintext) => keys.Fails ? throw new System.Security.Cryptography.CryptographicException("The disk is full.") : real.Protect(plaintext);

        public byte[] Unprotect(byte[] protectedData) => real.Unprotect(protectedData);
    }

    [Fact]
    public async Task Start_KeysAreGone_RefusesAndSaysSo()
    {
        await using (var first = await StartAsync())
            await first.AnswerAsync(Arrivals.Text("快"));

        var failure = await Assert.ThrowsAsync<HongyanStartupException>(() => DurableBot.StartAsync(
            _file, _ => { }, time: _time, configure: services => services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()))));

        Assert.Equal("HY1013", failure.Code);
        Assert.Contains("keys", failure.Message, StringComparison.Ordinal);
    }

    private protected Task<DurableBot> StartAsync(FakeSender? sender = null) => DurableBot.StartAsync(_file, bot =>
    {
        bot.OnText("快", () => $"快 {++_calls}");
        bot.OnText("慢", () =>
        {
            _calls++;
            return _answer.Task;
        });
        bot.OnText(() => "答");
    }, sender, _time);


    public sealed class OnSqlite : UnwritableStoreTests
    {
        private readonly StoreFile _own;

        public OnSqlite()
            : this(new StoreFile())
        {
        }

        private OnSqlite(StoreFile file)
            : base(file) => _own = file;

        [Fact]
        public async Task Deliver_LockedWhenAHandlerThatKeptItsThreadIsDone_WritesTheOutcomeWhenItCan()
        {
            var sender = new FakeSender();
            using var entered = new ManualResetEventSlim();
            using var release = new ManualResetEventSlim();
            await using var bot = await DurableBot.StartAsync(_own, bot => bot.OnText(() =>
            {
                entered.Set();
                release.Wait(TestContext.Current.CancellationToken);
                return "终于";
            }), sender, _time);
            using var hangUp = new CancellationTokenSource();
            var first = Task.Run(() => bot.DeliverUntilAsync(Arrivals.Text("慢"), hangUp.Token));
            await Task.Run(() => entered.Wait(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken).SoonAsync();
            await hangUp.CancelAsync();
            var again = bot.DeliverAsync(Arrivals.Text("慢"));
            _time.Advance(TimeSpan.FromSeconds(4.5));
            Assert.True((await again.SoonAsync()).IsEmpty);

            using (_own.Block())
            {
                release.Set();
                await _time.WaitForTimerAsync(TimeSpan.FromMilliseconds(200)).SoonAsync();
            }
            _time.Advance(TimeSpan.FromMilliseconds(200));

            Assert.Equal("终于", await sender.NextAsync());
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.SoonAsync());
        }

        [Fact]
        public async Task Deliver_DiskIsFull_RefusesAndRecoversWhenThereIsRoom()
        {
            await using var bot = await StartAsync();
            await bot.AnswerAsync(Arrivals.Text("快"));
            await LimitAsync(bot, _own.Scalar<long>("pragma page_count"));
            var refused = await DeliverUntilRefusedAsync(bot);

            // A connection that has failed is replaced, and the limit was the connection's.
            Assert.NotNull(await bot.AnswerAsync(refused));
            Assert.Equal(0, _own.Scalar<long>("select count(*) from bots_inbox where State <> 1"));
        }

        [Fact]
        public async Task Start_AnotherProcessHasTheFile_RefusesAndSaysSo()
        {
            await using var first = await StartAsync();

            var failure = await Assert.ThrowsAsync<HongyanStartupException>(() => StartAsync());

            Assert.Equal("HY1013", failure.Code);
            Assert.Contains(_own.Path, failure.Message, StringComparison.Ordinal);
            Assert.Equal("快 1", await first.AnswerAsync(Arrivals.Text("快")));
        }

        private static Task LimitAsync(DurableBot bot, long pages) => bot.Store.WriteAsync(db =>
        {
            using var command = db.Transaction.Connection!.CreateCommand();
            command.Transaction = db.Transaction;
#pragma warning disable CA2100 // A pragma takes no parameters.
            command.CommandText = $"pragma max_page_count = {pages}";
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }, TestContext.Current.CancellationToken);

        private static async Task<Incoming> DeliverUntilRefusedAsync(DurableBot bot)
        {
            for (var id = 2; ; id++)
            {
                var message = Arrivals.Text(new string('长', 500), from: $"user{id}", id: id);
                try
                {
                    await bot.DeliverAsync(message).SoonAsync();
                }
                catch (StoreUnavailableException)
                {
                    return message;
                }
            }
        }
    }

    public sealed class OnPostgreSql() : UnwritableStoreTests(new StoreServer { CommandTimeout = TimeSpan.FromSeconds(1) });
}
