using System.Collections.Concurrent;

namespace Hongyan.Simulator.WeCom;

/// <summary>Which robot uploaded a file: no other can send it.</summary>
public sealed class RobotMedia
{
    private readonly ConcurrentDictionary<string, string> _owners = [];

    /// <summary>Remembers who uploaded it.</summary>
    public void Add(string mediaId, GroupRobot robot) => _owners[mediaId] = robot.Name;

    /// <summary>Whether this robot uploaded it.</summary>
    public bool BelongsTo(string mediaId, GroupRobot robot) => _owners.GetValueOrDefault(mediaId) == robot.Name;

    /// <summary>Forgets everything.</summary>
    public void Clear() => _owners.Clear();
}
