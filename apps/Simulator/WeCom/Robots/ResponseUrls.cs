using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>The response_urls that callbacks carry: each is good for one answer, and for one hour.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/101138.</remarks>
internal sealed class ResponseUrls(SimulatorAddress address, SimulatedClock clock)
{
    /// <summary>How long one is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    // One that is over is still told from one that never was.
    private static readonly TimeSpan Memory = TimeSpan.FromHours(3);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ResponseUrl> _urls = [];

    /// <summary>A new one.</summary>
    /// <param name="talk">Where the answer will go.</param>
    /// <param name="entryId">The entry that it will answer.</param>
    public string Issue(RobotTalk talk, long entryId)
    {
        var code = Invented.ResponseCode();
        lock (_lock)
        {
            foreach (var old in _urls.Where(url => clock.Now - url.Value.IssuedAt > Memory).Select(url => url.Key).ToList())
                _urls.Remove(old);
            _urls[code] = new(talk, entryId, clock.Now, IsUsed: false);
        }
        return $"{address.Of(PlatformApi.Prefix + ResponseUrlApi.Path)}?response_code={code}";
    }

    /// <summary>What a code stands for; null for one that never was.</summary>
    public ResponseUrl? Find(string code)
    {
        lock (_lock)
            return _urls.GetValueOrDefault(code);
    }

    /// <summary>Why an answer cannot come by it any more; null when it can.</summary>
    public Finding? FindProblem(ResponseUrl url) =>
        url.IsUsed ? Finding.Of(FindingKind.ResponseUrlUsed)
        : clock.Now - url.IssuedAt > Lifetime ? Finding.Of(FindingKind.ResponseUrlExpired)
        : null;

    /// <summary>Uses it up; false when somebody else was faster.</summary>
    public bool TryUse(string code)
    {
        lock (_lock)
        {
            if (!_urls.TryGetValue(code, out var url) || FindProblem(url) is not null)
                return false;
            _urls[code] = url with { IsUsed = true };
            return true;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _urls.Clear();
    }
}
