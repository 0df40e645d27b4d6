using System.Collections.Concurrent;

namespace Hongyan.Server.Demo;

/// <summary>What the demo bot remembers of each person, until the process ends.</summary>
internal sealed class DemoMemory(TimeProvider time, TimeZoneInfo timeZone)
{
    private readonly ConcurrentDictionary<UserRef, DateOnly> _greeted = new();

    /// <summary>Whether this is the first time that this person is met on this calendar day.</summary>
    public bool GreetsToday(UserRef user)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), timeZone).DateTime);
        while (true)
        {
            if (_greeted.TryAdd(user, today))
                return true;
            if (!_greeted.TryGetValue(user, out var last))
                continue;
            if (last == today)
                return false;
            if (_greeted.TryUpdate(user, today, last))
                return true;
        }
    }
}
