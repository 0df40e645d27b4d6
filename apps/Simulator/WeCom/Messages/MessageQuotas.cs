using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>How often somebody may send: of an app to one member 30 a minute and 1000 an hour, of a robot 20 a minute.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90312 and 99110.</remarks>
public sealed class MessageQuotas(SimulatedClock clock)
{
    /// <summary>Messages of an app that a member sees in a minute.</summary>
    public const int PerMemberAndMinute = 30;

    /// <summary>Messages of an app that a member sees in an hour.</summary>
    public const int PerMemberAndHour = 1000;

    /// <summary>Messages of a robot in a minute.</summary>
    public const int PerRobotAndMinute = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Sender, string Receiver), Queue<DateTimeOffset>> _sent = [];

    /// <summary>Counts a message of an app to a member; false when it is one too many, which the platform drops without a word.</summary>
    public bool TrySend(string app, string member) => TryCount((app, member), PerMemberAndMinute, PerMemberAndHour);

    /// <summary>Counts a message of a robot; false when it is one too many.</summary>
    public bool TrySend(GroupRobot robot) => TryCount(("robot " + robot.Name, ""), PerRobotAndMinute, int.MaxValue);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _sent.Clear();
    }

    private bool TryCount((string, string) key, int perMinute, int perHour)
    {
        lock (_lock)
        {
            if (!_sent.TryGetValue(key, out var times))
                _sent.Add(key, times = []);
            var now = clock.Now;
            while (times.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromHours(1))
                times.Dequeue();
            if (times.Count >= perHour || times.Count(time => now - time < TimeSpan.FromMinutes(1)) >= perMinute)
                return false;
            times.Enqueue(now);
            return true;
        }
    }
}
