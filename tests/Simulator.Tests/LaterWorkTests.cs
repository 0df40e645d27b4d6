using Hongyan.Simulator.Live;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Tests;

public sealed class LaterWorkTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly SimulatedClock _clock;
    private readonly LaterWork _later;
    private readonly List<string> _done = [];

    public LaterWorkTests()
    {
        _clock = new SimulatedClock(_time, new LiveFeed());
        _later = new LaterWork(_clock, _time);
    }

    public void Dispose() => _later.Dispose();

    [Fact]
    public void After_TimePasses_IsDoneInTheOrderOfTheClock()
    {
        _later.After(TimeSpan.FromSeconds(5), () => _done.Add("second"));
        _later.After(TimeSpan.FromSeconds(2), () => _done.Add("first"));

        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(["first"], _done);

        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(["first", "second"], _done);
    }

    [Fact]
    public void After_ClockIsMoved_IsDoneBeforeTheMoveReturns()
    {
        _later.After(TimeSpan.FromHours(1), () => _done.Add("work"));

        _clock.TryAdvance(TimeSpan.FromMinutes(59));
        Assert.Empty(_done);
        _clock.TryAdvance(TimeSpan.FromMinutes(1));
        Assert.Equal(["work"], _done);
    }

    [Fact]
    public void After_WorkThatBringsWork_IsDoneWhenItsTimeCame()
    {
        _later.After(TimeSpan.FromSeconds(1), () => _later.After(TimeSpan.FromSeconds(1), () => _done.Add("work")));

        _time.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Empty(_done);
        _time.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(["work"], _done);
    }

    [Fact]
    public void Clear_Always_LeavesNothingToDo()
    {
        _later.After(TimeSpan.FromSeconds(1), () => _done.Add("work"));

        _later.Clear();
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Empty(_done);
    }
}
