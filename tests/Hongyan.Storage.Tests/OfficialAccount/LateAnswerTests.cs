using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Hongyan.OfficialAccount;
using Hongyan.Protocol;
using Hongyan.Storage.Tests.Support;
using Hongyan.Testing;
using Hongyan.WeCom;

namespace Hongyan.Storage.Tests.OfficialAccount;

/// <summary>Never lost, never twice, in an Official Account too: one that can send by itself, and one that cannot.</summary>
public abstract class LateAnswerTests : IDisposable
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(4.5);
    private static readonly Account Account = new("demo", "OfficialAccount", "wx0123456789abcdef");

    private readonly TestStore _file;
    private readonly ManualTimeProvider _time = new();
    private readonly FakeSender _sender = new();
    private readonly TaskCompletionSource<Reply> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    private protected LateAnswerTests(TestStore store) => _file = store;

    public sealed class OnSqlite() : LateAnswerTests(new StoreFile());

    public sealed class OnPostgreSql() : LateAnswerTests(new StoreServer());

    public void Dispose()
    {
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Deliver_VerifiedAndLate_IsCalledOnceAndSentOnce()
    {
        await using var bot = await StartAsync(_sender);

        Assert.True((await DeliverLateAsync(bot, Text("慢"))).IsEmpty);
        _answer.SetResult("终于");

        Assert.Equal("终于", await _sender.NextAsync());
        Assert.True((await bot.DeliverAsync(Text("慢")).SoonAsync()).IsEmpty);
        Assert.Equal([("oA1", "终于")], _sender.Sent);
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task Deliver_VerifiedAndLateMusic_GoesThroughTheOutboxAsItIs()
    {
        var music = new MusicReply("t1") { Title = "歌", MusicUrl = "https://m.example/1.mp3" };
        await using var bot = await StartAsync(_sender);

        Assert.True((await DeliverLateAsync(bot, Text("慢"))).IsEmpty);
        _answer.SetResult(music);

        Assert.Equal(music.ToString(), await _sender.NextAsync());
    }

    [Fact]
    public async Task Deliver_VerifiedAndTheRetryComesFirst_TakesItAndNothingIsSent()
    {
        await using (var bot = await StartAsync(_sender))
        {
            Assert.True((await DeliverLateAsync(bot, Text("慢"))).IsEmpty);

            var retry = bot.AnswerAsync(Text("慢"));
            _answer.SetResult("终于");

            Assert.Equal("终于", await retry);
        }
        Assert.Empty(_sender.Sent);
    }

    [Fact]
    public async Task Deliver_VerifiedAndLateTransfer_WaitsForTheRetryBecauseItCannotBeSent()
    {
        await using var bot = await StartAsync(_sender);
        Assert.True((await DeliverLateAsync(bot, Text("慢"))).IsEmpty);
        _answer.SetResult(new TransferCustomerServiceReply());
        await CompletedAsync(1);

        var retry = await bot.DeliverAsync(Text("慢")).SoonAsync();

        Assert.Equal("transfer_customer_service", XmlOf(retry).Element("MsgType")?.Value);
        Assert.Empty(_sender.Sent);
    }

    [Fact]
    public async Task Deliver_UnverifiedAndLate_TheRetryOfThePlatformBringsTheAnswer()
    {
        await using var bot = await StartAsync(sender: null);
        using var hangUp = new CancellationTokenSource();
        var first = bot.DeliverUntilAsync(Text("慢"), hangUp.Token);
        await bot.AcceptedAsync(Text("慢"));
        _time.Advance(TimeSpan.FromSeconds(5));
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.SoonAsync());

        var retry = bot.AnswerAsync(Text("慢"));
        _time.Advance(TimeSpan.FromSeconds(2));
        _answer.SetResult("终于");

        Assert.Equal("终于", await retry);
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task Deliver_UnverifiedAndLaterThanAllRetries_PromisesAndTheNextTextGetsTheAnswer()
    {
        await using var bot = await StartAsync(sender: null);
        await HangUpTwiceAsync(bot);
        var third = bot.AnswerAsync(Text("慢"));
        _time.Advance(Budget);
        Assert.Contains("回复任意文字获取结果", await third, StringComparison.Ordinal);
        _answer.SetResult("终于");
        await CompletedAsync(1);

        Assert.Equal("终于", await bot.AnswerAsync(Text("好了吗", id: 2)));
        Assert.Equal("快", await bot.AnswerAsync(Text("快", id: 3)));
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task Deliver_UnverifiedAndKilled_TheNextProcessStillHasTheAnswer()
    {
        var first = await StartAsync(sender: null);
        await HangUpTwiceAsync(first);
        _answer.SetResult("终于");
        await CompletedAsync(1);
        await first.KillAsync();

        await using var second = await StartAsync(sender: null);

        Assert.Equal("终于", await second.AnswerAsync(Text("好了吗", id: 2)));
        Assert.Equal("快", await second.AnswerAsync(Text("快", id: 3)));
    }

    [Fact]
    public async Task Open_KilledInTheMiddle_TheNextProcessReadsItAsThePlatformsOwnAndAnswersInItsOwnWay()
    {
        var json = IncomingParser.OfficialAccount.Parse(
            """{"ToUserName":"gh_1","FromUserName":"oA1","CreateTime":1700000000,"MsgType":"text","Content":"慢","MsgId":9}"""u8.ToArray());
        var first = await StartAsync(_sender);
        Assert.True((await DeliverLateAsync(first, json)).IsEmpty);
        await first.KillAsync();

        await using var second = await StartAsync(_sender);
        await Waiting.UntilAsync(() => _calls == 2);
        _answer.SetResult(new MusicReply("t1"));
        await CompletedAsync(1);

        Assert.Contains("MusicReply", await _sender.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_Unverified_SaysWhatItTakes()
    {
        HongyanException? refusal = null;
        await using var bot = await DurableBot.StartAsync(_file, bot => bot.OnText(async (BotContext context) =>
        {
            refusal = await Assert.ThrowsAsync<HongyanException>(() => context.SendAsync("再发一条", TestContext.Current.CancellationToken).AsTask());
        }), sender: null, _time, account: Account);

        await bot.DeliverAsync(Text("你好")).SoonAsync();

        Assert.Contains("Verified", refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_CardUpdate_IsRefusedAtOnce()
    {
        await using var bot = await DurableBot.StartAsync(_file, bot => bot.OnText(async (BotContext context) =>
        {
            await Assert.ThrowsAsync<ArgumentException>(() => context.SendAsync(new UpdateButtonReply("好"), TestContext.Current.CancellationToken).AsTask());
            return "拒绝了";
        }), _sender, _time, account: Account);

        Assert.Equal("拒绝了", await bot.AnswerAsync(Text("你好")));
    }

    private static Incoming Text(string content, long id = 1) => IncomingParser.OfficialAccount.Parse(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"<xml><ToUserName>gh_1</ToUserName><FromUserName>oA1</FromUserName><CreateTime>1700000000</CreateTime><MsgType>text</MsgType><Content>{content}</Content><MsgId>{id}</MsgId></xml>")));

    private static XElement XmlOf(ReadOnlyMemory<byte> answer) => XElement.Parse(Encoding.UTF8.GetString(answer.Span));

    private Task<DurableBot> StartAsync(FakeSender? sender) => DurableBot.StartAsync(_file, bot =>
    {
        bot.OnText("快", () => "快");
        bot.OnText(() =>
        {
            Interlocked.Increment(ref _calls);
            return _answer.Task;
        });
    }, sender, _time, account: Account);

    private Task CompletedAsync(int count) => Waiting.UntilAsync(() => _file.Scalar<long>("select count(*) from bots_inbox where State = 1") == count);

    private async Task<ReadOnlyMemory<byte>> DeliverLateAsync(DurableBot bot, Incoming incoming)
    {
        var delivery = bot.DeliverAsync(incoming);
        await bot.AcceptedAsync(incoming);
        _time.Advance(Budget);
        return await delivery.SoonAsync();
    }

    private async Task HangUpTwiceAsync(DurableBot bot)
    {
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            using var hangUp = new CancellationTokenSource();
            var delivery = bot.DeliverUntilAsync(Text("慢"), hangUp.Token);
            await bot.AcceptedAsync(Text("慢"));
            _time.Advance(TimeSpan.FromSeconds(5));
            await hangUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivery.SoonAsync());
        }
    }
}
