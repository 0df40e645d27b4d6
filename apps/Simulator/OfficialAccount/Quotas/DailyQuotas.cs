using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>What each account has called today, and how often it may. Days are those of China, on the simulator's clock.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/API_Call_Limits.html, the numbers of a new verified account.</remarks>
public sealed class DailyQuotas(SimulatedClock clock)
{
    /// <summary>How often an account may clear its quotas in a month.</summary>
    public const int ClearsPerMonth = 10;

    private static readonly SortedDictionary<string, int> Limits = new(StringComparer.Ordinal)
    {
        ["/cgi-bin/token"] = 2000, ["/cgi-bin/stable_token"] = 500_000,
        ["/cgi-bin/getcallbackip"] = 1440, ["/cgi-bin/get_api_domain_ip"] = 1440, ["/cgi-bin/callback/check"] = 1440,
        ["/cgi-bin/menu/create"] = 1000, ["/cgi-bin/menu/get"] = 10_000, ["/cgi-bin/menu/delete"] = 1000,
        ["/cgi-bin/menu/addconditional"] = 2000, ["/cgi-bin/menu/delconditional"] = 2000, ["/cgi-bin/menu/trymatch"] = 20_000,
        ["/cgi-bin/tags/create"] = 1000, ["/cgi-bin/tags/get"] = 1000, ["/cgi-bin/tags/update"] = 1000, ["/cgi-bin/tags/delete"] = 1000,
        ["/cgi-bin/tags/members/batchtagging"] = 100_000, ["/cgi-bin/tags/members/batchuntagging"] = 100_000,
        ["/cgi-bin/user/get"] = 500, ["/cgi-bin/user/info"] = 5_000_000, ["/cgi-bin/user/info/updateremark"] = 10_000,
        ["/cgi-bin/media/upload"] = 100_000, ["/cgi-bin/media/get"] = 200_000, ["/cgi-bin/message/custom/send"] = 500_000,
        ["/cgi-bin/qrcode/create"] = 100_000, ["/cgi-bin/ticket/getticket"] = 1_000_000, ["/customservice/msgrecord/getmsglist"] = 5000,
        ["/cgi-bin/message/mass/sendall"] = 100, ["/cgi-bin/message/mass/send"] = 100, ["/cgi-bin/message/mass/preview"] = 100,
        ["/cgi-bin/message/mass/delete"] = 10, ["/cgi-bin/media/uploadnews"] = 10, ["/cgi-bin/message/template/send"] = 100_000,
        ["/cgi-bin/message/template/subscribe"] = 100_000,
        ["/cgi-bin/draft/add"] = 1000, ["/cgi-bin/draft/get"] = 500, ["/cgi-bin/draft/delete"] = 1000, ["/cgi-bin/draft/update"] = 1000,
        ["/cgi-bin/draft/count"] = 1000, ["/cgi-bin/draft/batchget"] = 1000, ["/cgi-bin/freepublish/submit"] = 100,
        ["/cgi-bin/freepublish/get"] = 100, ["/cgi-bin/freepublish/delete"] = 10, ["/cgi-bin/freepublish/getarticle"] = 100,
        ["/cgi-bin/freepublish/batchget"] = 100,
    };

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Account, string Path), int> _used = [];
    private readonly Dictionary<(string Account, string Path), int> _changed = [];
    private readonly Dictionary<string, List<DateOnly>> _clears = [];
    private DateOnly _today;

    /// <summary>Counts a call; an answer where the day's are used up.</summary>
    internal ApiAnswer? Spend(Account account, string path)
    {
        lock (_lock)
        {
            if (LimitOf(account, path) is not { } limit)
                return null;
            BeginDay();
            var used = _used.GetValueOrDefault((account.Name, path));
            if (used >= limit)
                return ApiAnswer.Failed(OfficialAccountErrors.DailyQuota);
            _used[(account.Name, path)] = used + 1;
            return null;
        }
    }

    /// <summary>All quotas of an account.</summary>
    public IReadOnlyList<DailyQuota> Of(Account account) => [.. Limits.Keys.Select(path => Find(account, path)!)];

    /// <summary>One quota; null for a call that is not counted.</summary>
    public DailyQuota? Find(Account account, string path)
    {
        lock (_lock)
        {
            BeginDay();
            return LimitOf(account, path) is { } limit ? new(path, limit, _used.GetValueOrDefault((account.Name, path))) : null;
        }
    }

    /// <summary>Gives a call another limit, or says how often it was called today, for a test.</summary>
    public void Set(Account account, string path, int? limit, int? used)
    {
        lock (_lock)
        {
            BeginDay();
            if (limit is { } most)
                _changed[(account.Name, path)] = most;
            if (used is { } count)
                _used[(account.Name, path)] = count;
        }
    }

    /// <summary>Clears the quotas of an account, or of one call of it; false where the month's clears are used up.</summary>
    public bool TryClear(Account account, string? path = null)
    {
        lock (_lock)
        {
            var month = ChinaTime.MonthOf(clock.Now);
            var clears = _clears.TryGetValue(account.Name, out var known) ? known : _clears[account.Name] = [];
            if (clears.Count(each => each == month) >= ClearsPerMonth)
                return false;
            clears.Add(month);
            foreach (var key in _used.Keys.Where(key => key.Account == account.Name && (path is null || key.Path == path)).ToList())
                _used.Remove(key);
            return true;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _used.Clear();
            _changed.Clear();
            _clears.Clear();
        }
    }

    private int? LimitOf(Account account, string path) =>
        _changed.TryGetValue((account.Name, path), out var changed) ? changed : Limits.TryGetValue(path, out var limit) ? limit : null;

    private void BeginDay()
    {
        var today = ChinaTime.DayOf(clock.Now);
        if (today == _today)
            return;
        _today = today;
        _used.Clear();
    }
}
