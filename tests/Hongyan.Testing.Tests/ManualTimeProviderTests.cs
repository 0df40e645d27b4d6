namespace Hongyan.Testing.Tests;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void GetUtcNow_NewClock_IsTheSameInEveryRun()
    {
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero), _time.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, _time.GetUtcNow().Offset);
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8)), _time.GetLocalNow());
    }

    [Fact]
    public void SetLocalTimeZone_Utc_MovesLocalNow()
    {
        _time.SetLocalTimeZone(TimeZoneInfo.Utc);

        Assert.Equal(1, _time.GetLocalNow().Hour);
    }

    [Fact]
    public void Advance_Time_MovesTheTimeOfDayAndWhatHasElapsed()
    {
        var before = _time.GetUtcNow();
        var started = _time.GetTimestamp();

        _time.Advance(TimeSpan.FromMinutes(90));

        Assert.Equal(before.AddMinutes(90), _time.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(90), _time.GetElapsedTime(started));
    }

    [Fact]
    public void Advance_NegativeTime_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _time.Advance(TimeSpan.FromSeconds(-1)));

    [Fact]
    public void Advance_OverSeveralTimers_FiresThemInOrderEachAtItsTime()
    {
        var start = _time.GetUtcNow();
        var fired = new List<string>();
        using var third = Timer(() => fired.Add($"c {(_time.GetUtcNow() - start).TotalSeconds}"), 30);
        using var first = Timer(() => fired.Add($"a {(_time.GetUtcNow() - start).TotalSeconds}"), 10);
        using var second = Timer(() => fired.Add($"b {(_time.GetUtcNow() - start).TotalSeconds}"), 20);
        using var sameTime = Timer(() => fired.Add($"b2 {(_time.GetUtcNow() - start).TotalSeconds}"), 20);
        using var later = Timer(() => fired.Add("too late"), 31);

        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(["a 10", "b 20", "b2 20", "c 30"], fired);
    }

    [Fact]
    public void Advance_PeriodicTimer_FiresOncePerPeriod()
    {
        var count = 0;
        using var timer = _time.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));

        _time.Advance(TimeSpan.FromSeconds(25));

        Assert.Equal(3, count);
    }

    [Fact]
    public void Advance_TimerThatSetsAnother_FiresThatToo()
    {
        var fired = new List<string>();
        ITimer? second = null;
        using var first = Timer(() =>
        {
            fired.Add("first");
            second = Timer(() => fired.Add("second"), 5);
        }, 5);

        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(["first"], fired);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["first", "second"], fired);
        second!.Dispose();
    }

    [Fact]
    public void Advance_FromWithinATimer_AddsUp()
    {
        var start = _time.GetUtcNow();
        using var timer = Timer(() => _time.Advance(TimeSpan.FromSeconds(100)), 5);

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(start.AddSeconds(110), _time.GetUtcNow());
    }

    [Fact]
    public void Advance_CallbackThrows_ComesOut()
    {
        using var timer = Timer(() => throw new InvalidOperationException("boom"), 1);

        var thrown = Assert.Throws<InvalidOperationException>(() => _time.Advance(TimeSpan.FromSeconds(1)));

        Assert.Equal("boom", thrown.Message);
    }

    [Fact]
    public void Change_DisposedTimer_IsRefusedAndNeverFires()
    {
        var fired = false;
        var timer = Timer(() => fired = true, 1);
        timer.Dispose();

        Assert.False(timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.False(fired);
    }

    [Fact]
    public void Change_ToInfinite_StopsTheTimer()
    {
        var fired = false;
        using var timer = Timer(() => fired = true, 1);

        Assert.True(timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        _time.Advance(TimeSpan.FromDays(1));

        Assert.False(fired);
    }

    [Fact]
    public void Change_NegativeTime_IsRefused()
    {
        using var timer = Timer(() => { }, 1);

        Assert.Throws<ArgumentOutOfRangeException>(() => timer.Change(TimeSpan.FromSeconds(-2), Timeout.InfiniteTimeSpan));
        Assert.Throws<ArgumentOutOfRangeException>(() => timer.Change(TimeSpan.Zero, TimeSpan.FromSeconds(-2)));
    }

    [Fact]
    public void CreateTimer_DueAtOnce_FiresWithoutAnAdvance()
    {
        var fired = false;
        using var timer = Timer(() => fired = true, 0);

        Assert.True(fired);
    }

    [Fact]
    public void CreateTimer_AsyncLocalOfItsMaker_IsSeenByTheCallback()
    {
        var local = new AsyncLocal<string> { Value = "maker" };
        string? seen = null;
        using var timer = Timer(() => seen = local.Value, 1);
        local.Value = "mover";

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("maker", seen);
    }

    [Fact]
    public void Skip_PeriodicTimer_FiresOnceForAllThatItMissed()
    {
        var fired = new List<DateTimeOffset>();
        using var timer = _time.CreateTimer(_ => fired.Add(_time.GetUtcNow()), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        var goal = _time.GetUtcNow().AddDays(1);

        _time.Skip(TimeSpan.FromDays(1));

        Assert.Equal([goal], fired);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([goal, goal.AddMinutes(1)], fired);
    }

    [Fact]
    public void SetUtcNow_Forwards_FiresWhatIsPassed()
    {
        var fired = false;
        using var timer = Timer(() => fired = true, 60);

        _time.SetUtcNow(_time.GetUtcNow().AddHours(1));

        Assert.True(fired);
    }

    [Fact]
    public void SetUtcNow_Backwards_CorrectsTheTimeOfDayOnly()
    {
        var fired = false;
        using var timer = Timer(() => fired = true, 60);
        var started = _time.GetTimestamp();
        var yesterday = _time.GetUtcNow().AddDays(-1);

        _time.SetUtcNow(yesterday);

        Assert.Equal(yesterday, _time.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, _time.GetElapsedTime(started));
        Assert.False(fired);
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.True(fired);
    }

    [Fact]
    public async Task Advance_ManyThreads_LosesNothing()
    {
        var start = _time.GetUtcNow();
        var fired = 0;
        using var timer = _time.CreateTimer(_ => Interlocked.Increment(ref fired), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 1000; i++)
                _time.Advance(TimeSpan.FromMilliseconds(100));
        }, TestContext.Current.CancellationToken)));

        Assert.Equal(start.AddSeconds(800), _time.GetUtcNow());
        Assert.Equal(800, fired);
    }

    [Fact]
    public void CancellationTokenSource_OnTheClock_IsCancelledWhenItPasses()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMinutes(5), _time);

        _time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.False(source.IsCancellationRequested);
        _time.Advance(TimeSpan.FromTicks(1));

        Assert.True(source.IsCancellationRequested);
    }

    [Fact]
    public async Task WaitForTimerAsync_TimerSetLater_CompletesThen()
    {
        var waiting = _time.WaitForTimerAsync(TimeSpan.FromHours(1));
        using var other = Timer(() => { }, 60);
        Assert.False(waiting.IsCompleted);

        using var timer = Timer(() => { }, 3600);

        await waiting;
    }

    [Fact]
    public void WaitForTimerAsync_TimerSetBefore_IsCompleted()
    {
        using var timer = Timer(() => { }, 3600);
        _time.Advance(TimeSpan.FromSeconds(600));

        Assert.True(_time.WaitForTimerAsync(TimeSpan.FromSeconds(3000)).IsCompletedSuccessfully);
    }

    private ITimer Timer(Action callback, int seconds) =>
        _time.CreateTimer(_ => callback(), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
}
