using System.Collections.Concurrent;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Who has entered the conversation with a robot today: enter_chat is sent for the first time of a day only, whether it was answered or not.</summary>
public sealed class RobotVisits(SimulatedClock clock)
{
    private readonly ConcurrentDictionary<(string Robot, string Member), DateOnly> _days = [];

    /// <summary>Notes a visit; false when it is not the first of the day.</summary>
    public bool TryEnter(WeComRobot robot, Member member)
    {
        var today = ChinaTime.DayOf(clock.Now);
        var key = (robot.Name, member.UserId);
        return _days.TryAdd(key, today) || _days.TryGetValue(key, out var last) && last != today && _days.TryUpdate(key, today, last);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => _days.Clear();
}
