using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>The codes that allow to greet new customers: 20 seconds, once for all apps together.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/92137.</remarks>
public sealed class WelcomeCodes(SimulatedClock clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, WelcomeCode> _codes = [];

    /// <summary>A code for a customer whom a member has just got.</summary>
    public string Issue(string userId, string externalUserId)
    {
        var code = Invented.EventCode();
        lock (_lock)
            _codes.Add(code, new(userId, externalUserId, clock.Now + Lifetime, IsUsed: false));
        return code;
    }

    /// <summary>Uses a code up; the code as it was before, or null when it is unknown or its time is over.</summary>
    public WelcomeCode? Use(string code)
    {
        lock (_lock)
        {
            if (!_codes.TryGetValue(code, out var found) || clock.Now >= found.ExpiresAt)
                return null;
            _codes[code] = found with { IsUsed = true };
            return found;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _codes.Clear();
    }
}
