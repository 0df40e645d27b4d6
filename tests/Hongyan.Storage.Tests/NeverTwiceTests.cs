using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Hongyan.Storage.Tests.Support;
using Hongyan.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Storage.Tests;

/// <summary>The claims that bench/load proves at full length, each in a second or two.</summary>
public abstract class NeverTwiceTests : IDisposable
{
    private const int People = 37;

    private readonly TestStore _file;
    private readonly ManualTimeProvider _time = new();
    private readonly FakeSender _sender = new();

    private protected NeverTwiceTests(TestStore store) => _file = store;

    public sealed class OnSqlite() : NeverTwiceTests(new StoreFile());

    public sealed class OnPostgreSql() : NeverTwiceTests(new StoreServer());

    public void Dispose()
    {
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Deliver_EachThreeTimesInAnyOrder_HasOneEffectAndOneAnswer()
    {
        const int Messages = 1500;
        await using var bot = await StartAsync();
        var deliveries = Enumerable.Range(0, 3 * Messages).Select(place => place / 3).ToArray();
        new Random(20261122).Shuffle(deliveries);

        var answers = new ConcurrentBag<(int Number, string? Text)>();
        await Parallel.ForEachAsync(
            deliveries, new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = TestContext.Current.CancellationToken },
            async (number, _) => answers.Add((number, await bot.AnswerAsync(Message(number)))));

        Assert.Equal((Messages, Messages), (Effects("count(*)"), Effects("count(distinct content)")));
        Assert.Equal(3 * Messages, answers.Count);
        Assert.All(answers, answer => Assert.Equal($"收到 第 {answer.Number} 条", answer.Text));
        Assert.Equal(Messages, _file.Scalar<long>("select count(*) from bots_inbox where State = 1 and Fence = 1"));
    }

    [Fact]
    public async Task Deliver_ClockJumpsByAnHour_NeitherSendsTwiceNorForgets()
    {
        await using var bot = await StartAsync();
        for (var round = 0; round < 12; round++)
        {
            await Task.WhenAll(Enumerable.Range(round * 20, 20).Select(number => bot.AnswerAsync(Message(number, word: "发"))));
            _time.SetUtcNow(_time.GetUtcNow() + (round % 4 is 0 or 3 ? TimeSpan.FromHours(1) : TimeSpan.FromHours(-1)));
            // A redelivery after the jump is still one.
            await bot.AnswerAsync(Message(round * 20, word: "发"));
        }
        // What was due an hour from the old now is due some minutes from the new one at the most.
        await Waiting.UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            return _file.Scalar<long>("select count(*) from bots_outbox where State < 2") == 0;
        });

        Assert.Equal((240, 240), (Effects("count(*)"), Effects("count(distinct content)")));
        Assert.Equal(240, _sender.Sent.Count);
        Assert.Equal(240, _sender.Sent.Distinct().Count());
    }

    [Fact]
    public async Task Send_PlatformGoneAndThenBusy_DrainsInEachPersonsOrderWithExactSums()
    {
        const int Messages = 200;
        var isGone = true;
        var calls = 0;
        _sender.Answer = _ => Task.FromResult(new SendResult(isGone || Interlocked.Increment(ref calls) % 5 == 0 ? SendOutcome.NotTaken : SendOutcome.Sent));
        await using var bot = await StartAsync();
        await Task.WhenAll(Enumerable.Range(0, Messages).Select(number => bot.AnswerAsync(Message(number, word: "发"))));
        for (var second = 0; second < 60; second++)
            _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Messages, _file.Scalar<long>("select count(*) from bots_outbox where State < 2"));

        var before = _sender.Sent.Count;
        isGone = false;
        await Waiting.UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(30));
            return _file.Scalar<long>("select count(*) from bots_outbox where State < 2") == 0;
        });

        Assert.Equal(Messages, _file.Scalar<long>("select count(*) from bots_outbox where State = 2"));
        // A call that was not taken is made again before the next one of that person; so without the repeats, the order stands.
        foreach (var person in _sender.Sent.Skip(before).GroupBy(sent => sent.To))
        {
            var order = person.Select(sent => int.Parse(sent.Text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(order.Order(), order);
        }
    }

    [Fact]
    public async Task Deliver_ManyMessages_AreForgottenAfterTheirTime()
    {
        const int Messages = 2000;
        await using var bot = await StartAsync();
        var memory = bot.Services.GetRequiredService<Deduplicator>();
        var delivered = await DeliverAsync(bot, Messages);
        Assert.Equal(Messages, memory.Count);

        _time.Advance(TimeSpan.FromMinutes(11));
        // The next message makes the memory of the last minutes look at its age.
        await bot.AnswerAsync(Message(Messages));
        GC.Collect();

        Assert.Equal(1, memory.Count);
        // Each person's last message may still be on somebody's stack; the others are held by nobody, or a million of them would be, too.
        Assert.InRange(delivered.Count(message => message.IsAlive), 0, 2 * People);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<IReadOnlyCollection<WeakReference>> DeliverAsync(DurableBot bot, int count)
    {
        var delivered = new ConcurrentBag<WeakReference>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = TestContext.Current.CancellationToken },
            async (number, _) =>
            {
                var message = Message(number);
                delivered.Add(new WeakReference(message));
                await bot.DeliverAsync(message);
            });
        return delivered;
    }

    private Task<DurableBot> StartAsync() => StartWithEffectsAsync(bot => bot.OnText(async (TextMessage message, BotContext context) =>
    {
        context.OnCommit(db => db.Execute($"insert into effects values ({message.Content})"));
        if (!message.Content.StartsWith('发'))
            return $"收到 {message.Content}";
        await context.SendAsync(message.Content);
        return null;
    }));

    private async Task<DurableBot> StartWithEffectsAsync(Action<Bot> routes)
    {
        var bot = await DurableBot.StartAsync(_file, routes, _sender, _time);
        await bot.Store.WriteAsync(db => db.Execute($"create table effects (content text)"), TestContext.Current.CancellationToken);
        return bot;
    }

    private static Incoming Message(int number, string word = "第") => Arrivals.Text($"{word} {number} 条", from: $"user{number % People}", id: number + 1);

    private long Effects(string what) => _file.Scalar<long>($"select {what} from effects");
}
