using System.Collections.Concurrent;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>How fast each account sends to many (群发速度), which the simulator tells and does not keep to.</summary>
internal sealed class MassSpeeds
{
    private static readonly int[] TenThousandsPerMinute = [80, 60, 45, 30, 10];

    private readonly ConcurrentDictionary<string, int> _levels = [];

    /// <summary>speed: 0 is the fastest.</summary>
    public int LevelOf(Account account) => _levels.GetValueOrDefault(account.Name);

    /// <summary>realspeed: ten thousands a minute.</summary>
    public int RealOf(Account account) => TenThousandsPerMinute[LevelOf(account)];

    /// <summary>Sets it; false when there is no such level.</summary>
    public bool TrySet(Account account, long level)
    {
        if (level < 0 || level >= TenThousandsPerMinute.Length)
            return false;
        _levels[account.Name] = (int)level;
        return true;
    }

    /// <summary>Back to the fastest.</summary>
    public void Clear() => _levels.Clear();
}
