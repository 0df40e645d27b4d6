using Hongyan.Server.Demo;

namespace Hongyan.Server.Tests;

public class DemoMemoryTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly UserRef Person = new("demo", "zhangsan");

    [Fact]
    public void GreetsToday_AroundMidnightInShanghai_BeginsANewDayThere()
    {
        // 15:59:59 UTC is 23:59:59 in Shanghai.
        var clock = new SetClock { Now = new DateTimeOffset(2026, 3, 1, 15, 59, 59, TimeSpan.Zero) };
        var memory = new DemoMemory(clock, Shanghai);

        Assert.True(memory.GreetsToday(Person));
        Assert.False(memory.GreetsToday(Person));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.True(memory.GreetsToday(Person));
        Assert.False(memory.GreetsToday(Person));
    }

    [Fact]
    public void GreetsToday_SamePersonOfAnotherAccount_IsAnotherPerson()
    {
        var memory = new DemoMemory(new SetClock(), Shanghai);

        Assert.True(memory.GreetsToday(Person));
        Assert.True(memory.GreetsToday(Person with { Account = "school" }));
    }

    [Fact]
    public async Task GreetsToday_ManyAtOnce_GreetsOnce()
    {
        var memory = new DemoMemory(new SetClock(), Shanghai);

        var greeted = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => memory.GreetsToday(Person))));

        Assert.Single(greeted, yes => yes);
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
