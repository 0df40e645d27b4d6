using System.Text;
using System.Text.Json;
using Hongyan.Protocol;
using Hongyan.Storage.Tests.Support;
using Hongyan.Testing;
using Hongyan.WeCom;

namespace Hongyan.Storage.Tests;

/// <summary>Streams of robots over the end of a process, and what goes through a message's own address.</summary>
public abstract class RobotStreamTests : IDisposable
{
    private const string Address = "https://qyapi.example.com/cgi-bin/aibot/response?response_code=VERYSECRET";

    private static readonly Account Robot = new("demo", "WeComRobot", "");

    private readonly TestStore _file;
    private readonly ManualTimeProvider _time = new();
    private readonly FakeSender _sender = new();

    private protected RobotStreamTests(TestStore store) => _file = store;

    public sealed class OnSqlite() : RobotStreamTests(new StoreFile());

    public sealed class OnPostgreSql() : RobotStreamTests(new StoreServer())
    {
        [Fact]
        public async Task Refresh_AtAnotherNode_SaysThatItGoesOnAndThenHowItEnds()
        {
            var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var first = await StartAsync(bot => bot.OnText(() => answer.Task));
            await using var second = await StartAsync(bot => bot.OnText(string () => throw new InvalidTimeZoneException("must not run here")));
            var question = first.DeliverAsync(Question());
            await first.AcceptedAsync(Question());
            _time.Advance(TimeSpan.FromSeconds(4.5));
            var id = StreamOf(await question.SoonAsync()).Id;

            Assert.Equal((false, "正在想……"), await RefreshAsync(second, id));
            answer.SetResult("答");

            Assert.Equal((true, "答"), await FinishedAsync(second, id));
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Refresh_FinishedStreamAfterARestart_GetsItsEnd()
    {
        string id;
        await using (var first = await StartAsync(bot => bot.OnText(() => "答")))
            id = StreamOf(await first.DeliverAsync(Question()).SoonAsync()).Id;

        await using var second = await StartAsync(bot => bot.OnText(string () => throw new InvalidTimeZoneException("must not run again")));

        Assert.Equal((true, "答"), await RefreshAsync(second, id));
        Assert.Equal("答", StreamOf(await second.DeliverAsync(Question()).SoonAsync()).Content);
    }

    [Fact]
    public async Task Refresh_ProcessDiedInTheMiddle_TheNextProcessGoesOnInTheSameStream()
    {
        var never = new TaskCompletionSource<string>();
        var first = await StartAsync(bot => bot.OnText(() => never.Task));
        var question = first.DeliverAsync(Question());
        await first.AcceptedAsync(Question());
        _time.Advance(TimeSpan.FromSeconds(4.5));
        var begun = StreamOf(await question.SoonAsync());
        Assert.False(begun.IsFinished);
        await first.KillAsync();

        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var second = await StartAsync(bot => bot.OnText(() => answer.Task));
        Assert.Equal((false, "正在想……"), await RefreshAsync(second, begun.Id));
        answer.SetResult("终于");

        Assert.Equal((true, "终于"), await FinishedAsync(second, begun.Id));
        Assert.Empty(_sender.Sent);
    }

    [Fact]
    public async Task Refresh_StreamThatTheStoreDoesNotKnow_EndsPolitely()
    {
        await using (var first = await StartAsync(bot => bot.OnText(() => "答")))
            await first.DeliverAsync(Question("m0")).SoonAsync();

        await using var second = await StartAsync(bot => bot.OnText(() => "答"));

        Assert.Equal((true, "这条回答中断了，请再问一次。"), await RefreshAsync(second, new string('A', 43)));
    }

    [Fact]
    public async Task Deliver_AnswerThatNobodyAsksFor_IsSentToTheAddressWhichIsStoredEncrypted()
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var sentTo = new TaskCompletionSource<Uri?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _sender.Answer = message =>
        {
            sentTo.TrySetResult(message.ReplyTo);
            return Task.FromResult(new SendResult(SendOutcome.Sent));
        };
        await using var bot = await StartAsync(bot => bot.OnText(() => answer.Task));
        var question = bot.DeliverAsync(Question());
        await bot.AcceptedAsync(Question());
        _time.Advance(TimeSpan.FromSeconds(4.5));
        await question.SoonAsync();
        _time.Advance(TimeSpan.FromMinutes(1));

        answer.SetResult("终于");

        Assert.Equal(new Uri(Address), await sentTo.Task.SoonAsync());
        Assert.Equal("终于", Assert.Single(_sender.Sent).Text);
        var stored = _file.Scalar<byte[]>("select ReplyTo from bots_outbox")!;
        Assert.DoesNotContain("VERYSECRET", Encoding.UTF8.GetString(stored), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_AnswerLongerThanTheBubble_TheRestIsCommittedWithItAndDueAfterIt()
    {
        await using (var bot = await StartAsync(bot => bot.OnText(() => new string('长', 7000))))
        {
            Assert.Equal(6826, StreamOf(await bot.DeliverAsync(Question()).SoonAsync()).Content.Length);
            Assert.Empty(_sender.Sent);
        }

        Assert.Equal(1, _file.Scalar<long>("select count(*) from bots_outbox where NotBefore = CreatedAt + 3000 and State = 0"));
    }

    private Task<DurableBot> StartAsync(Action<Bot> routes) => DurableBot.StartAsync(_file, routes, _sender, _time, account: Robot);

    private static Incoming Question(string id = "m1") => IncomingParser.WeComRobot.Parse(Encoding.UTF8.GetBytes(
        $$"""{"msgid":"{{id}}","aibotid":"aibSIM","chattype":"single","from":{"userid":"zhangsan"},"response_url":"{{Address}}","msgtype":"text","text":{"content":"问"} }"""));

    private static async Task<(bool IsFinished, string Content)> RefreshAsync(DurableBot bot, string id)
    {
        var refresh = (StreamRefreshEvent)IncomingParser.WeComRobot.Parse(Encoding.UTF8.GetBytes(
            $$"""{"msgid":"r","aibotid":"aibSIM","from":{"userid":"zhangsan"},"msgtype":"stream","stream":{"id":"{{id}}"} }"""));
        var stream = StreamOf(await bot.DeliverAsync(refresh).SoonAsync());
        return (stream.IsFinished, stream.Content);
    }

    private static async Task<(bool IsFinished, string Content)> FinishedAsync(DurableBot bot, string id)
    {
        (bool IsFinished, string Content) end = default;
        await Waiting.UntilAsync(async () => (end = await RefreshAsync(bot, id)).IsFinished);
        return end;
    }

    private static (string Id, bool IsFinished, string Content) StreamOf(ReadOnlyMemory<byte> answer)
    {
        using var json = JsonDocument.Parse(answer);
        var stream = json.RootElement.GetProperty("stream");
        return (stream.GetProperty("id").GetString()!, stream.GetProperty("finish").GetBoolean(), stream.GetProperty("content").GetString()!);
    }
}
