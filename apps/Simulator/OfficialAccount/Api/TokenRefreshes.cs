using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>How often a stable token was refreshed by force: 20 times a day, and no sooner than 30 seconds after the last time. Too soon, the same token is answered.</summary>
internal sealed class TokenRefreshes(SimulatedClock clock)
{
    private const int PerDay = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (DateTimeOffset Last, int Today)> _uses = [];

    /// <summary>Whether the account may refresh now; if so, it is counted.</summary>
    public bool TryUse(string account)
    {
        lock (_lock)
        {
            var now = clock.Now;
            var (last, today) = _uses.GetValueOrDefault(account);
            if (ChinaTime.DayOf(now) != ChinaTime.DayOf(last))
                today = 0;
            if (today >= PerDay || (now >= last && now - last < Pause))
                return false;
            _uses[account] = (now, today + 1);
            return true;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _uses.Clear();
    }
}
