using Hongyan.Storage.Tests.Support;
using Hongyan.Tests;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hongyan.Storage.Tests.PostgreSql;

/// <summary>The database goes away and comes back, and nobody restarts anything.</summary>
public sealed class OutageTests : IDisposable
{
    private readonly StoreServer _server = new() { HasOwnClock = true };
    private readonly TaskCompletionSource<string> _slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Deliver_ServerRestarts_RefusesAndGoesOnWithTheSameProcess()
    {
        var server = await PostgreSqlServer.StartAsync();
        var sender = new FakeSender();
        await using var bot = await StartAsync(await server.CreateDatabaseAsync(), sender);
        await bot.Store.WriteAsync(db => db.Execute($"create table effects (content text)"), TestContext.Current.CancellationToken);
        Assert.Equal("快 1", await bot.AnswerAsync(Arrivals.Text("快")));
        var slow = bot.DeliverAsync(Arrivals.Text("慢", from: "lisi", id: 2));
        await Waiting.UntilAsync(() => _calls == 2);

        await server.StopAsync();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => bot.DeliverAsync(Arrivals.Text("快", id: 3)).SoonAsync());
        Assert.False(bot.Store.IsHealthy);
        _slow.SetResult("终于");
        await server.StartAgainAsync();

        Assert.Equal("终于", Arrivals.TextOf(await slow.SoonAsync()) ?? await sender.NextAsync());
        Assert.Equal("快 3", await UntilAcceptedAsync(bot, Arrivals.Text("快", id: 3)));
        Assert.Equal("快 1", await bot.AnswerAsync(Arrivals.Text("快")));
        Assert.True(bot.Store.IsHealthy);
        Assert.Equal(3, _calls);
    }

    [Fact]
    public async Task Deliver_LineIsCut_RefusesWithinTheBudgetAndGoesOnWhenItIsMended()
    {
        await _server.PrepareAsync();
        await using var proxy = new TcpProxy((await PostgreSqlServer.SharedAsync()).Port);
        var throughProxy = new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Port = proxy.Port }.ConnectionString;
        await using var bot = await StartAsync(throughProxy);
        await bot.Store.WriteAsync(db => db.Execute($"create table effects (content text)"), TestContext.Current.CancellationToken);
        Assert.Equal("快 1", await bot.AnswerAsync(Arrivals.Text("快")));

        proxy.Cut();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => bot.DeliverAsync(Arrivals.Text("快", id: 2)).SoonAsync());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => bot.DeliverAsync(Arrivals.Text("快", id: 2)).SoonAsync());
        proxy.Mend();

        Assert.NotNull(await UntilAcceptedAsync(bot, Arrivals.Text("快", id: 2)));
        Assert.Equal("快 1", await bot.AnswerAsync(Arrivals.Text("快")));
        Assert.Equal(2, _server.Scalar<long>("select count(*) from effects"));
        Assert.Equal(0, _server.Scalar<long>("select count(*) from bots_inbox where State <> 1"));
    }

    [Fact]
    public async Task Complete_CommittedWhileTheLineIsCut_IsAnsweredLateAndOnce()
    {
        await _server.PrepareAsync();
        await using var proxy = new TcpProxy((await PostgreSqlServer.SharedAsync()).Port);
        var throughProxy = new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Port = proxy.Port }.ConnectionString;
        var sender = new FakeSender();
        await using var bot = await StartAsync(throughProxy, sender);
        await bot.Store.WriteAsync(db => db.Execute($"create table effects (content text)"), TestContext.Current.CancellationToken);
        var slow = bot.DeliverAsync(Arrivals.Text("慢"));
        await Waiting.UntilAsync(() => _calls == 1);

        proxy.CutAfter("insert into effects", "COMMIT");
        _slow.SetResult("终于");
        Assert.Null(Arrivals.TextOf(await slow.SoonAsync()));
        Assert.Equal(1, _server.Scalar<long>("select count(*) from bots_inbox where State = 1 and HandOver = 1"));
        proxy.Mend();

        Assert.Equal("终于", await sender.NextAsync());
        await Waiting.UntilAsync(() => _server.Scalar<long>("select count(*) from bots_outbox where State = 2") == 1);
        Assert.Equal(1, _server.Scalar<long>("select count(*) from bots_inbox where State = 1 and HandOver = 2"));
        Assert.Equal(1, _server.Scalar<long>("select count(*) from effects"));
        Assert.Null(await bot.AnswerAsync(Arrivals.Text("慢")));
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task Deliver_ConnectionIsEndedByTheServer_GoesOnWithAnother()
    {
        await _server.PrepareAsync();
        await using var bot = await StartAsync(_server.ConnectionString);
        await bot.Store.WriteAsync(db => db.Execute($"create table effects (content text)"), TestContext.Current.CancellationToken);
        await bot.AnswerAsync(Arrivals.Text("快"));

        _server.Execute("select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()");

        Assert.NotNull(await UntilAcceptedAsync(bot, Arrivals.Text("快", id: 2)));
        Assert.Equal(2, _server.Scalar<long>("select count(*) from effects"));
    }

    [Fact]
    public async Task OnCommit_EffectThatPostgreSqlRefuses_FailsItsOwnMessageOnly()
    {
        await _server.PrepareAsync();
        await using var bot = await StartAsync(_server.ConnectionString);
        await bot.Store.WriteAsync(db => db.Execute($"create table effects (content text primary key)"), TestContext.Current.CancellationToken);

        var answers = await Task.WhenAll(Enumerable.Range(1, 9).Select(id => bot.AnswerAsync(Arrivals.Text(id % 3 == 0 ? "坏" : "快", from: $"user{id}", id: id))));

        Assert.Equal(6, answers.Count(answer => answer is not null));
        Assert.Equal(3, _server.Scalar<long>("select count(*) from bots_inbox where State = 2 and Failure like '%bogus%'"));
    }

    [Fact]
    public async Task WriteAsync_ApplicationsStatementFails_LeavesTheOthersAlone()
    {
        await _server.PrepareAsync();
        await using var bot = await StartAsync(_server.ConnectionString);
        await bot.Store.WriteAsync(db => db.Execute($"create table effects (content text)"), TestContext.Current.CancellationToken);

        var wrong = bot.Store.WriteAsync(db => db.Execute($"insert into nothing values (1)"), TestContext.Current.CancellationToken);
        var right = bot.AnswerAsync(Arrivals.Text("快"));

        Assert.NotNull(await right);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => wrong);
        Assert.True(bot.Store.IsHealthy);
    }

    [Theory]
    [InlineData(new[] { 'a', '\0', 'b' }, "a\uFFFDb")]
    [InlineData(new[] { '\uD800' }, "\uFFFD")]
    [InlineData(new[] { 'a', '\uDC00', '\uD83D', '\uDE00', '\uD800' }, "a\uFFFD\uD83D\uDE00\uFFFD")]
    [InlineData(new[] { '鸿', '雁' }, "鸿雁")]
    public async Task Record_TextThatPostgreSqlCannotHold_IsKeptWithoutWhatItCannot(char[] text, string kept)
    {
        var error = new string(text);
        await _server.PrepareAsync();
        var sender = new FakeSender { Answer = _ => Task.FromResult(new SendResult(SendOutcome.Refused) { Error = error }) };
        await using var bot = await StartAsync(_server.ConnectionString, sender);

        await bot.Services.GetRequiredService<IOutbox>().AddAsync([new OutgoingMessage(new UserRef("demo", error), new TextReply("早"))], TestContext.Current.CancellationToken);
        await Waiting.UntilAsync(() => _server.Scalar<long>("select count(*) from bots_outbox where State = 3") == 1);

        Assert.Equal((kept, kept), (_server.Scalar<string>("select Error from bots_outbox"), _server.Scalar<string>("select Person from bots_outbox")));
        Assert.Null(await bot.Services.GetRequiredService<IDialogStore>().FindAsync(new UserRef("demo", error), TestContext.Current.CancellationToken));
    }

    /// <summary>As the platform does: it comes again.</summary>
    private static async Task<string?> UntilAcceptedAsync(DurableBot bot, Incoming message)
    {
        string? answer = null;
        await Waiting.UntilAsync(async () =>
        {
            try
            {
                answer = await bot.AnswerAsync(message);
                return true;
            }
            catch (StoreUnavailableException)
            {
                return false;
            }
        });
        return answer;
    }

    private Task<DurableBot> StartAsync(string connectionString, FakeSender? sender = null) => DurableBot.StartAsync(StoreServer.At(connectionString), bot => bot.OnText(async (BotContext context, TextMessage message) =>
    {
        var call = Interlocked.Increment(ref _calls);
        if (message.Content == "坏")
            context.OnCommit(db => db.Execute($"insert into Bogus values ({call})"));
        context.OnCommit(db => db.Execute($"insert into effects values ({$"{message.Content} {call}"})"));
        return message.Content == "慢" ? await _slow.Task : $"{message.Content} {call}";
    }), sender, TimeProvider.System);
}
