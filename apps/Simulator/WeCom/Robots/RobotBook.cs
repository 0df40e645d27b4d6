namespace Hongyan.Simulator.WeCom;

/// <summary>The AI robots of the company, and the groups that they are in.</summary>
public sealed class RobotBook
{
    private readonly Lock _lock = new();
    private readonly IReadOnlyList<WeComRobot> _robotsAtStart;
    private IReadOnlyList<WeComRobot> _robots;
    private IReadOnlyList<(string Robot, string ChatId)> _places = [];

    /// <summary>Begins with these robots, all of them in 项目群.</summary>
    public RobotBook(IReadOnlyList<WeComRobot> robots)
    {
        _robots = _robotsAtStart = robots;
        _places = AtStart();
    }

    /// <summary>All robots with their callback settings as they are now.</summary>
    public IReadOnlyList<WeComRobot> All => Volatile.Read(ref _robots);

    /// <summary>The robot of this name, or null.</summary>
    public WeComRobot? Find(string name) => All.FirstOrDefault(robot => string.Equals(robot.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The robots in a group.</summary>
    public IReadOnlyList<WeComRobot> In(string chatId) =>
        [.. Volatile.Read(ref _places).Where(place => place.ChatId == chatId).Select(place => Find(place.Robot)).OfType<WeComRobot>()];

    /// <summary>The groups that a robot is in.</summary>
    public IReadOnlyList<string> GroupsOf(WeComRobot robot) =>
        [.. Volatile.Read(ref _places).Where(place => place.Robot == robot.Name).Select(place => place.ChatId)];

    /// <summary>The robots of a group that a text names with @, in the group's order.</summary>
    public IReadOnlyList<WeComRobot> MentionedIn(string chatId, string text)
    {
        // The longest name first: 「@AI 示例二」 does not name 「AI 示例」.
        var named = new List<WeComRobot>();
        foreach (var robot in In(chatId).OrderByDescending(robot => robot.DisplayName.Length))
        {
            var without = text.Replace("@" + robot.DisplayName, "", StringComparison.Ordinal);
            if (without.Length < text.Length)
                named.Add(robot);
            text = without;
        }
        return [.. In(chatId).Where(named.Contains)];
    }

    /// <summary>Replaces where a robot's callbacks go.</summary>
    public WeComRobot SaveCallback(WeComRobot robot, CallbackSettings callback)
    {
        lock (_lock)
        {
            Volatile.Write(ref _robots, [.. _robots.Select(each => each.Name == robot.Name ? each with { Callback = callback } : each)]);
            return _robots.First(each => each.Name == robot.Name);
        }
    }

    /// <summary>Adds a robot to a group, or takes it out.</summary>
    public void Place(WeComRobot robot, string chatId, bool isIn)
    {
        lock (_lock)
        {
            var others = _places.Where(place => place != (robot.Name, chatId));
            Volatile.Write(ref _places, isIn ? [.. others, (robot.Name, chatId)] : [.. others]);
        }
    }

    /// <summary>Back to what there was at start.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            Volatile.Write(ref _robots, _robotsAtStart);
            Volatile.Write(ref _places, AtStart());
        }
    }

    private List<(string Robot, string ChatId)> AtStart() => [.. _robotsAtStart.Select(robot => (robot.Name, SampleGroups.Project.ChatId))];
}
