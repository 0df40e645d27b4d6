using Hongyan.Bots.Tests.Support;

namespace Hongyan.Bots.Tests.Delivery;

public class SendLimitsTests
{
    private static readonly UserRef Person = new("demo", "zhangsan");

    private readonly ManualTimeProvider _time = new();
    private readonly SendLimits _limits;

    public SendLimitsTests() => _limits = new(_time);

    [Fact]
    public void TryTake_ThirtyInAMinute_TheNextOneIsFreeAMinuteAfterTheFirst()
    {
        for (var i = 0; i < 30; i++)
        {
            Assert.Null(_limits.TryTake(Person));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(TimeSpan.FromSeconds(30), _limits.TryTake(Person));
        Assert.Null(_limits.TryTake(Person with { Id = "lisi" }));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(_limits.TryTake(Person));
        Assert.NotNull(_limits.TryTake(Person));
    }

    /// <summary>Sent at every opportunity for five hours; a window that slides over what was sent never holds more than the platform takes.</summary>
    [Fact]
    public void TryTake_AtEveryOpportunity_NeverPassesThePlatformsLimits()
    {
        var sent = new List<DateTimeOffset>();
        for (var second = 0; second < 5 * 3600; second++)
        {
            while (_limits.TryTake(Person) is null)
                sent.Add(_time.GetUtcNow());
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(sent.Count, 4990, 6000);
        Assert.All(Enumerable.Range(0, sent.Count - 30), i => Assert.True(sent[i + 30] - sent[i] >= TimeSpan.FromMinutes(1)));
        Assert.All(Enumerable.Range(0, sent.Count - 1000), i => Assert.True(sent[i + 1000] - sent[i] >= TimeSpan.FromHours(1)));
    }

    [Fact]
    public void TryTake_ManyPeopleOnceEach_AreForgottenAfterAnHour()
    {
        for (var i = 0; i < 100_000; i++)
        {
            Assert.Null(_limits.TryTake(Person with { Id = $"u{i}" }));
            _time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.InRange(_limits.Count, 1, 5000);
    }
}
