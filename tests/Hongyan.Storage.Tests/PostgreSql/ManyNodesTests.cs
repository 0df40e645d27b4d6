using System.Collections.Concurrent;
using Hongyan.Storage.PostgreSql;
using Hongyan.Storage.Tests.Support;
using Hongyan.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Storage.Tests.PostgreSql;

/// <summary>Two processes on one database.</summary>
public sealed class ManyNodesTests : IDisposable
{
    // So short only where a test waits for its end: on a crowded machine a process may be silent for seconds.
    private static readonly TimeSpan ShortLease = TimeSpan.FromSeconds(3);

    private readonly StoreServer _server = new() { HasOwnClock = true, Lease = TimeSpan.FromMinutes(1) };
    private readonly TaskCompletionSource _slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _ran = new();
    private bool _isOneStuck;

    public void Dispose() => _server.Dispose();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deliver_AgainAtAnotherNodeWhileTheFirstRuns_WaitsForTheSameAnswer()
    {
        await using var a = await StartAsync("a");
        await using var b = await StartAsync("b");
        var first = a.DeliverAsync(Arrivals.Text("慢"));
        await RunningAsync("慢");

        var again = b.DeliverAsync(Arrivals.Text("慢"));
        await Waiting.UntilAsync(() => _server.Scalar<long>("select count(*) from bots_inbox where Watched") == 1);
        Assert.False(again.IsCompleted);
        _slow.SetResult();

        Assert.Equal("慢 of a", Arrivals.TextOf(await first.SoonAsync()));
        Assert.Equal((await first).ToArray(), (await again.SoonAsync()).ToArray());
        Assert.Equal(["a 慢"], _ran);
        Assert.Equal(1, Effects());
    }

    [Fact]
    public async Task Deliver_AgainAtAnotherNodeAfterItsEnd_GetsTheStoredAnswer()
    {
        await using var a = await StartAsync("a");
        await using var b = await StartAsync("b");

        Assert.Equal("快 of a", await a.AnswerAsync(Arrivals.Text("快")));
        Assert.Equal("快 of a", await b.AnswerAsync(Arrivals.Text("快")));

        Assert.Equal(["a 快"], _ran);
    }

    [Fact]
    public async Task Deliver_OneConversationAtTwoNodes_RunsOneAtATimeInTheOrderOfAcceptance()
    {
        await using var a = await StartAsync("a");
        await using var b = await StartAsync("b");
        var first = a.AnswerAsync(Arrivals.Text("慢"));
        await RunningAsync("慢");
        var rest = new List<Task<string?>>();
        for (var id = 2; id <= 7; id++)
        {
            rest.Add((id % 2 == 0 ? b : a).AnswerAsync(Arrivals.Text($"第{id}", id: id)));
            var expected = id;
            await Waiting.UntilAsync(() => _server.Scalar<long>("select count(*) from bots_inbox") == expected);
        }
        Assert.Equal("别人 of b", await b.AnswerAsync(Arrivals.Text("别人", from: "lisi", id: 8)));
        _slow.SetResult();

        await first.SoonAsync();
        await Task.WhenAll(rest).SoonAsync();

        Assert.Equal(["a 慢", "b 别人", "b 第2", "a 第3", "b 第4", "a 第5", "b 第6", "a 第7"], _ran);
    }

    [Fact]
    public async Task Kill_WhileTheHandlerRuns_AnotherNodeTakesOverOnceTheLeaseIsOver()
    {
        var sender = new FakeSender();
        var a = await StartAsync("a", sender, lease: ShortLease);
        await using var b = await StartAsync("b", sender, lease: ShortLease);
        _ = a.DeliverAsync(Arrivals.Text("慢"));
        await RunningAsync("慢");
        // One that waits behind it, at the node that lives.
        var next = b.AnswerAsync(Arrivals.Text("快", id: 2));
        await a.KillAsync();
        _slow.SetResult();

        Assert.Equal("快 of b", await next.SoonAsync());

        Assert.Equal("慢 of b", await sender.NextAsync());
        Assert.Equal(["a 慢", "b 慢", "b 快"], _ran);
        Assert.Equal(2, Effects());
        Assert.Equal(1, _server.Scalar<long>("select count(*) from bots_nodes"));
    }

    [Fact]
    public async Task Kill_DuplicateWaitsAtTheOtherNode_WhichTakesOverAndAnswersIt()
    {
        var a = await StartAsync("a", stuck: true, lease: ShortLease);
        await using var b = await StartAsync("b", lease: ShortLease);
        _ = a.DeliverAsync(Arrivals.Text("慢"));
        await RunningAsync("慢");
        var again = b.AnswerAsync(Arrivals.Text("慢"));
        await Waiting.UntilAsync(() => _server.Scalar<long>("select count(*) from bots_inbox where Watched") == 1);
        await a.KillAsync();

        Assert.Equal("慢 of b", await again.SoonAsync());

        Assert.Equal(["a 慢", "b 慢"], _ran);
        Assert.Equal("b 慢", _server.Scalar<string>("select string_agg(content, ',') from effects"));
        _slow.SetResult();
    }

    [Fact]
    public async Task Beat_MessageOfItsOwnThatNobodyRuns_IsRunAgain()
    {
        var sender = new FakeSender();
        await using var a = await StartAsync("a", sender, lease: ShortLease);
        Assert.Equal("快 of a", await a.AnswerAsync(Arrivals.Text("快")));

        // As if it had been accepted by a commit whose end this process never heard of.
        _server.Execute("update bots_inbox set State = 0, HandOver = 0, Answer = null");

        await Waiting.UntilAsync(() => _server.Scalar<long>("select count(*) from bots_inbox where State = 1 and Fence = 2") == 1);
        Assert.Equal(["a 快", "a 快"], _ran);
    }

    [Fact]
    public async Task OnCommit_EffectsThatStandInEachOthersWay_AreAllThereInTheEnd()
    {
        await _server.PrepareAsync();
        _server.Execute("create table counters (name text primary key, value integer not null)");
        _server.Execute("insert into counters values ('x', 0), ('y', 0)");
        Action<Bot> routes = bot => bot.OnText((BotContext context, TextMessage message) =>
        {
            // Two processes that lock the same rows the other way round.
            var isOdd = int.Parse(message.Content, System.Globalization.CultureInfo.InvariantCulture) % 2 == 1;
            foreach (var name in isOdd ? (string[])["x", "y"] : ["y", "x"])
                context.OnCommit(db => db.Execute($"update counters set value = value + 1 where name = {name}"));
            return message.Content;
        });
        await using var a = await DurableBot.StartAsync(_server, routes, time: TimeProvider.System);
        await using var b = await DurableBot.StartAsync(_server, routes, time: TimeProvider.System);

        var answers = await Task.WhenAll(Enumerable.Range(1, 60).Select(id => (id % 2 == 0 ? a : b).AnswerAsync(Arrivals.Text($"{id}", from: $"user{id}", id: id))));

        Assert.All(answers, Assert.NotNull);
        Assert.Equal("x 60,y 60", _server.Scalar<string>("select string_agg(name || ' ' || value, ',' order by name) from counters"));
    }

    [Fact]
    public async Task Stop_MessagesLeft_AreTakenOverAtOnce()
    {
        var sender = new FakeSender();
        await using var b = await StartAsync("b", sender);
        var a = await StartAsync("a", sender, stuck: true);
        _ = a.DeliverAsync(Arrivals.Text("慢"));
        await RunningAsync("慢");

        var store = a.Services.GetRequiredService<PostgreSqlStore>();
        await store.StoppedAsync(Cancelled);

        Assert.Equal("慢 of b", await sender.NextAsync());
        await a.KillAsync();
    }

    [Fact]
    public async Task Complete_LeaseWasTaken_IsUndoneAndTheOthersAnswerIsGiven()
    {
        // Both can send: whichever is awake takes what b leaves in the outbox, and a node that cannot would refuse it.
        var sender = new FakeSender();
        await using var a = await StartAsync("a", sender, stuck: true, lease: ShortLease);
        var first = a.DeliverAsync(Arrivals.Text("慢"));
        await RunningAsync("慢");
        await using var b = await StartAsync("b", sender, lease: ShortLease);

        // As if a had been silent for longer than its lease.
        await Waiting.UntilAsync(() =>
        {
            _server.Execute("update bots_nodes set ExpiresAt = clock_timestamp() - interval '1 second' where Name = 'a'");
            return _server.Scalar<long>("select count(*) from bots_inbox where State <> 0") == 1;
        });
        Assert.Equal("慢 of b", await sender.NextAsync());
        _slow.SetResult();

        Assert.True((await first.SoonAsync()).IsEmpty);
        Assert.Equal(["a 慢", "b 慢"], _ran);
        Assert.Equal("b 慢", _server.Scalar<string>("select string_agg(content, ',') from effects"));
        // And it goes on as a new one.
        Assert.Equal("快 of a", await a.AnswerAsync(Arrivals.Text("快", id: 2)));
    }

    [Fact]
    public async Task Beat_ClocksAnHourApart_StealsNothingAndSendsOnce()
    {
        var sender = new FakeSender();
        await using var a = await StartAsync("a", sender, time: new ShiftedTimeProvider(TimeSpan.FromHours(1)), lease: ShortLease);
        await using var b = await StartAsync("b", sender, time: new ShiftedTimeProvider(TimeSpan.FromHours(-1)), lease: ShortLease);
        var nodes = _server.Scalar<string>("select string_agg(Id, ',' order by Id) from bots_nodes");
        var first = a.AnswerAsync(Arrivals.Text("慢"));
        await RunningAsync("慢");
        foreach (var node in (DurableBot[])[a, b])
            await node.Services.GetRequiredService<IOutbox>().AddAsync([new OutgoingMessage(new UserRef("demo", "lisi"), new TextReply("早")) { Delay = TimeSpan.FromSeconds(1) }], Cancelled);

        Assert.Equal("早", await sender.NextAsync());
        Assert.Equal("早", await sender.NextAsync());
        // Longer than a lease.
        var start = _server.Scalar<double>("select extract(epoch from max(ExpiresAt)) from bots_nodes");
        await Waiting.UntilAsync(() => _server.Scalar<double>("select extract(epoch from min(ExpiresAt)) from bots_nodes") > start + ShortLease.TotalSeconds);
        _slow.SetResult();

        Assert.Equal("慢 of a", await first.SoonAsync() ?? await sender.NextAsync());
        Assert.Equal(["a 慢"], _ran);
        Assert.InRange(sender.Sent.Count, 2, 3);
        Assert.Equal(nodes, _server.Scalar<string>("select string_agg(Id, ',' order by Id) from bots_nodes"));
        Assert.Equal(0, _server.Scalar<long>("select count(*) from bots_outbox where abs(CreatedAt - extract(epoch from now()) * 1000) > 60000"));
    }

    [Fact]
    public async Task Deliver_EachThreeTimesInAnyOrderAtTwoNodes_HasOneEffectAndOneAnswer()
    {
        const int Messages = 150;
        // On a machine with too much to do, a request may wait for longer than it may, and be told to come again.
        var standing = new ManualTimeProvider();
        await using var a = await StartAsync("a", time: standing);
        await using var b = await StartAsync("b", time: standing);
        var deliveries = Enumerable.Range(1, Messages).SelectMany(id => Enumerable.Repeat(id, 3)).ToArray();
        new Random(1).Shuffle(deliveries);

        var answers = await Task.WhenAll(deliveries.Index().Select(async each =>
            (each.Item, Answer: await (each.Index % 2 == 0 ? a : b).AnswerAsync(Arrivals.Text($"第{each.Item}", from: $"user{each.Item % 20}", id: each.Item)))));

        Assert.Equal(Messages, Effects());
        Assert.Equal(Messages, _server.Scalar<long>("select count(distinct content) from effects"));
        foreach (var group in answers.GroupBy(each => each.Item))
            Assert.Single(group.Select(each => each.Answer).Distinct());
        Assert.Equal(0, _server.Scalar<long>("select count(*) from bots_inbox where State <> 1"));
    }

    [Fact]
    public async Task Send_TwoSenders_EachOnceInEachPersonsOrder()
    {
        var sender = new FakeSender();
        await using var a = await StartAsync("a", sender);
        await using var b = await StartAsync("b", sender);
        for (var i = 0; i < 60; i++)
        {
            var to = new UserRef("demo", $"user{i % 6}");
            await (i % 2 == 0 ? a : b).Services.GetRequiredService<IOutbox>().AddAsync([new OutgoingMessage(to, new TextReply($"{i:00}"))], Cancelled);
        }
        await Waiting.UntilAsync(() => _server.Scalar<long>("select count(*) from bots_outbox where State < 2") == 0);

        Assert.Equal(60, sender.Sent.Count);
        foreach (var person in sender.Sent.GroupBy(each => each.To))
            Assert.Equal(person.Select(each => each.Text).Order(StringComparer.Ordinal), person.Select(each => each.Text));
    }

    [Fact]
    public async Task Send_NodeWithoutASender_LeavesItToTheOther()
    {
        var sender = new FakeSender();
        await using (var a = await StartAsync("a"))
        {
            await a.Services.GetRequiredService<IOutbox>().AddAsync([new OutgoingMessage(new UserRef("demo", "lisi"), new TextReply("早"))], Cancelled);
            await Waiting.UntilAsync(() => _server.Scalar<long>("select count(*) from bots_outbox where State = 0 and Attempts = 0 and Error is not null") == 1);
        }
        _server.Execute("update bots_outbox set NotBefore = CreatedAt");
        await using var b = await StartAsync("b", sender);

        Assert.Equal("早", await sender.NextAsync());
        await Waiting.UntilAsync(() => _server.Scalar<long>("select count(*) from bots_outbox where State = 2 and Error is null") == 1);
    }

    [Fact]
    public async Task TakeAsync_CommittedAndNeverHeardOf_IsSentAfterTheNextBeat()
    {
        var sender = new FakeSender();
        await using var a = await StartAsync("a", sender, lease: ShortLease);
        await a.Services.GetRequiredService<IOutbox>().AddAsync([new OutgoingMessage(new UserRef("demo", "lisi"), new TextReply("早"))], Cancelled);
        await sender.NextAsync();
        await Waiting.UntilAsync(() => _server.Scalar<long>("select count(*) from bots_outbox where State = 2") == 1);
        _server.Execute("update bots_outbox set State = 1, FinishedAt = null");

        Assert.Equal("早", await sender.NextAsync());
        await Waiting.UntilAsync(() => _server.Scalar<long>("select count(*) from bots_outbox where State = 2 and Attempts = 1") == 1);
    }

    [Fact]
    public async Task Deliver_AnswerThatWaitsAtAnotherNode_IsTakenByThePersonsNextText()
    {
        await using var a = await StartAsync("a");
        await using var b = await StartAsync("b");
        using var platform = new CancellationTokenSource();
        var slow = a.DeliverUntilAsync(Arrivals.Text("慢"), platform.Token);
        await RunningAsync("慢");
        await platform.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow.SoonAsync());
        _slow.SetResult();
        await Waiting.UntilAsync(() => _server.Scalar<long>("select count(*) from bots_inbox where HandOver = 3") == 1);
        // Nobody writes within milliseconds; the nodes' ideas of the database's clock may be that far apart.
        _server.Execute("update bots_inbox set FinishedAt = FinishedAt - 60000 where HandOver = 3");

        Assert.Equal("慢 of a", await b.AnswerAsync(Arrivals.Text("答案", id: 2)));

        Assert.Equal(0, _server.Scalar<long>("select count(*) from bots_inbox where HandOver = 3"));
        Assert.Equal("再来 of b", await b.AnswerAsync(Arrivals.Text("再来", id: 3)));
    }

    [Fact]
    public async Task Start_SameNameAsOneThatWasKilled_RunsItsMessagesAtOnce()
    {
        var sender = new FakeSender();
        var a = await StartAsync("a", sender, lease: TimeSpan.FromMinutes(10));
        _ = a.DeliverAsync(Arrivals.Text("慢"));
        await RunningAsync("慢");
        await a.KillAsync();
        _slow.SetResult();

        await using var again = await StartAsync("a", sender, lease: TimeSpan.FromMinutes(10));

        Assert.Equal("慢 of a", await sender.NextAsync());
    }

    [Fact]
    public async Task Start_SameNameAsOneThatLives_LeavesItAlone()
    {
        await using var a = await StartAsync("a");
        var first = a.AnswerAsync(Arrivals.Text("慢"));
        await RunningAsync("慢");

        await using var another = await StartAsync("a");

        Assert.Equal(2, _server.Scalar<long>("select count(*) from bots_nodes"));
        _slow.SetResult();
        Assert.Equal("慢 of a", await first.SoonAsync());
        Assert.Equal(["a 慢"], _ran);
    }

    private long Effects() => _server.Scalar<long>("select count(*) from effects");

    private Task RunningAsync(string content) => Waiting.UntilAsync(() => _ran.Any(each => each.EndsWith(content, StringComparison.Ordinal)));

    /// <param name="name">The node's name.</param>
    /// <param name="sender">The platform.</param>
    /// <param name="stuck">Whether it alone waits for the test with what is slow.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="lease">How long others wait for it.</param>
    private async Task<DurableBot> StartAsync(string name, FakeSender? sender = null, bool stuck = false, TimeProvider? time = null, TimeSpan? lease = null)
    {
        await _server.PrepareAsync();
        _server.Execute("create table if not exists effects (content text)");
        _isOneStuck |= stuck;
        return await DurableBot.StartAsync(_server, bot => bot.OnText(async (BotContext context, TextMessage message) =>
        {
            _ran.Enqueue($"{name} {message.Content}");
            context.OnCommit(db => db.Execute($"insert into effects values ({$"{name} {message.Content}"})"));
            if (message.Content == "慢" && (stuck || !_isOneStuck))
                await _slow.Task;
            return $"{message.Content} of {name}";
        }), sender, time ?? TimeProvider.System, services => services.Configure<PostgreSqlStoreOptions>(options =>
        {
            options.NodeName = name;
            options.Lease = lease ?? options.Lease;
        }));
    }
}
