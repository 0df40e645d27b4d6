namespace Hongyan.Simulator.WeCom;

/// <summary>The groups of the company, and their robots.</summary>
public sealed class GroupChats
{
    private readonly Lock _lock = new();
    private IReadOnlyList<GroupChat> _groups = [SampleGroups.Project];
    private IReadOnlyList<GroupRobot> _robots = [SampleGroups.Notice];

    /// <summary>All groups, oldest first.</summary>
    public IReadOnlyList<GroupChat> All => Volatile.Read(ref _groups);

    /// <summary>All robots.</summary>
    public IReadOnlyList<GroupRobot> Robots => Volatile.Read(ref _robots);

    /// <summary>The group of this chatid, or null.</summary>
    public GroupChat? Find(string chatId) => All.FirstOrDefault(group => group.ChatId == chatId);

    /// <summary>The robot of this key, or null.</summary>
    public GroupRobot? FindRobotByKey(string key) => Robots.FirstOrDefault(robot => robot.Key == key);

    /// <summary>Adds a group; false when there is one with this chatid.</summary>
    public bool TryAdd(GroupChat group)
    {
        lock (_lock)
        {
            if (Find(group.ChatId) is not null)
                return false;
            Volatile.Write(ref _groups, [.. _groups, group]);
            return true;
        }
    }

    /// <summary>Replaces a group by what has become of it.</summary>
    public void Save(GroupChat group)
    {
        lock (_lock)
            Volatile.Write(ref _groups, [.. _groups.Select(each => each.ChatId == group.ChatId ? group : each)]);
    }

    /// <summary>Adds a robot to a group; false when there is one of this name.</summary>
    public bool TryAdd(GroupRobot robot)
    {
        lock (_lock)
        {
            if (_robots.Any(each => string.Equals(each.Name, robot.Name, StringComparison.OrdinalIgnoreCase)))
                return false;
            Volatile.Write(ref _robots, [.. _robots, robot]);
            return true;
        }
    }

    /// <summary>Back to what there was at start.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            Volatile.Write(ref _groups, [SampleGroups.Project]);
            Volatile.Write(ref _robots, [SampleGroups.Notice]);
        }
    }
}
