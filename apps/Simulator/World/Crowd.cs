using System.Globalization;

namespace Hongyan.Simulator.World;

/// <summary>
/// The people of load runs (压测): <c>crowd-1</c>, <c>crowd-2</c>, … They can write and be written to, but stand in no list, so that the
/// contacts and the pages stay as they are.
/// </summary>
public sealed class Crowd
{
    /// <summary>As many there can be.</summary>
    public const int Most = 10_000;

    private const string Prefix = "crowd-";

    private readonly Lock _lock = new();
    private int _size;

    /// <summary>How many there are.</summary>
    public int Size => Volatile.Read(ref _size);

    /// <summary>The UserID of one of them, from 1.</summary>
    public static string UserIdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");

    /// <summary>Which of them a UserID means; null where it means none.</summary>
    public static int? NumberOf(string userId)
    {
        ArgumentNullException.ThrowIfNull(userId);
        return userId.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(userId.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most
            ? number
            : null;
    }

    /// <summary>Has at least as many from now on.</summary>
    public void Grow(int size)
    {
        lock (_lock)
            _size = Math.Clamp(size, _size, Most);
    }

    /// <summary>The member of this UserID, or null.</summary>
    public Member? Find(string userId) => NumberOf(userId) is { } number && number <= Size
        ? new Member { UserId = UserIdOf(number), Name = UserIdOf(number), Departments = [new(Department.RootId)] }
        : null;

    /// <summary>Sends everybody home.</summary>
    public void Clear()
    {
        lock (_lock)
            _size = 0;
    }
}
