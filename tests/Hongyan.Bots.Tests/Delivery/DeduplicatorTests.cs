using Hongyan.Bots.Tests.Support;
using Hongyan.Storage;
using Microsoft.Extensions.Options;

namespace Hongyan.Bots.Tests.Delivery;

public sealed class DeduplicatorTests
{
    private readonly ManualTimeProvider _time = new();

    private static readonly UserRef Person = new("demo", "zhangsan");

    private static MessageKey Key(int number) => new("demo", 0, (UInt128)number);

    private Deduplicator New() => new(Options.Create(new BotOptions()), _time);

    private static void Answer(Deduplicator deduplicator, int number)
    {
        var delivery = deduplicator.Join(Key(number), Person, out _);
        deduplicator.Complete(delivery, default, HandOver.None);
    }

    [Fact]
    public void Join_TheSameKey_GivesTheSameDeliveryUntilTheWindowEnds()
    {
        var deduplicator = New();
        var first = deduplicator.Join(Key(1), Person, out var isFirst);
        Assert.True(isFirst);
        deduplicator.Complete(first, default, HandOver.None);

        _time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Same(first, deduplicator.Join(Key(1), Person, out isFirst));
        Assert.False(isFirst);

        _time.Advance(TimeSpan.FromTicks(1));
        Assert.NotSame(first, deduplicator.Join(Key(1), Person, out isFirst));
        Assert.True(isFirst);
    }

    [Fact]
    public void Join_WindowOfAnAnswer_BeginsWhenItIsKnown()
    {
        var deduplicator = New();
        var running = deduplicator.Join(Key(1), Person, out _);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Same(running, deduplicator.Join(Key(1), Person, out _));

        deduplicator.Complete(running, default, HandOver.None);
        _time.Advance(TimeSpan.FromMinutes(9));

        Assert.Same(running, deduplicator.Join(Key(1), Person, out _));
    }

    [Fact]
    public void Join_AFlood_IsKeptForAMinuteAndThenOnlyInPart()
    {
        var deduplicator = New();
        for (var i = 0; i < 100_500; i++)
            Answer(deduplicator, i);
        _time.Advance(TimeSpan.FromSeconds(59));
        deduplicator.Join(Key(0), Person, out var isFirst);
        Assert.False(isFirst);
        Assert.Equal(100_500, deduplicator.Count);

        _time.Advance(TimeSpan.FromSeconds(1));
        deduplicator.Join(Key(100_499), Person, out isFirst);

        Assert.False(isFirst);
        Assert.Equal(100_000, deduplicator.Count);
        deduplicator.Join(Key(0), Person, out isFirst);
        Assert.True(isFirst);
    }

    [Fact]
    public void MessageKey_AccountAndContent_TellMessagesApart()
    {
        var account = RoutedBot.Account;

        Assert.Equal(MessageKey.Of(account, "a"u8), MessageKey.Of(account, "a"u8));
        Assert.NotEqual(MessageKey.Of(account, "a"u8), MessageKey.Of(account, "b"u8));
        Assert.NotEqual(MessageKey.Of(account, "a"u8), MessageKey.Of(account with { Name = "other" }, "a"u8));
    }

    [Fact]
    public void MessageKey_SameIdFromTwoPeople_TellsThemApart()
    {
        Assert.Equal(KeyOf("zhangsan", 1700000000, "7000000000000000001"), KeyOf("zhangsan", 1700000000, "7000000000000000001"));
        Assert.NotEqual(KeyOf("zhangsan", 1700000000, "7000000000000000001"), KeyOf("lisi", 1700000000, "7000000000000000001"));
    }

    [Theory]
    [InlineData(1700000000, "7000000000000000001", 1700000000, "7000000000000000002")]
    [InlineData(1700000000, "7000000000000000002", 1700000001, "7000000000000000001")]
    [InlineData(1700000000, "7000000000000000002", 1700000001, "")]
    [InlineData(0, "-1", 1, "nonsense")]
    public void MessageKey_MadeLater_SortsBehind(long time, string id, long later, string laterId)
    {
        var first = new byte[32];
        var second = new byte[32];
        KeyOf("zhangsan", time, id).CopyHashTo(first);
        KeyOf("lisi", later, laterId).CopyHashTo(second);

        Assert.True(first.AsSpan().SequenceCompareTo(second) < 0);
    }

    private static MessageKey KeyOf(string person, long time, string id) => Platform.Of(RoutedBot.Account).KeyOf(
        RoutedBot.Account,
        Platform.Of(RoutedBot.Account).Parse(System.Text.Encoding.UTF8.GetBytes(
            $"<xml><ToUserName>ww</ToUserName><FromUserName>{person}</FromUserName><CreateTime>{time}</CreateTime><MsgType>text</MsgType><Content>早</Content><MsgId>{id}</MsgId></xml>")));
}
