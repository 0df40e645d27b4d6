using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>How often an account may send to many beside the quotas of all calls, and how many mass messages each follower had this month.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html.</remarks>
internal sealed class MassQuotas(SimulatedClock clock)
{
    /// <summary>Mass messages that a follower of a 服务号 gets in a month.</summary>
    public const int PerFollowerAndMonth = 4;

    private const int CallsPerMinute = 60;
    private const int ToAllPerMonth = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = [];
    private readonly Dictionary<string, List<(DateTimeOffset Time, bool IsToAll)>> _sends = [];
    private readonly Dictionary<(string Account, string OpenId, DateOnly Month), int> _received = [];

    /// <summary>Counts a call of any kind; false when it is one too many in this minute.</summary>
    public bool TryCall(Account account)
    {
        lock (_lock)
        {
            var calls = Get(_calls, account.Name);
            while (calls.TryPeek(out var oldest) && clock.Now - oldest >= TimeSpan.FromMinutes(1))
                calls.Dequeue();
            if (calls.Count >= CallsPerMinute)
                return false;
            calls.Enqueue(clock.Now);
            return true;
        }
    }

    /// <summary>Counts a send; what is wrong, or null.</summary>
    public ApiError? TrySend(Account account, bool isToAll)
    {
        lock (_lock)
        {
            var sends = Get(_sends, account.Name);
            var (day, month) = (ChinaTime.DayOf(clock.Now), ChinaTime.MonthOf(clock.Now));
            var today = sends.Where(each => ChinaTime.DayOf(each.Time) == day).ToList();
            var isUsedUp = account.Kind == AccountKind.Subscription
                ? today.Count > 0
                : isToAll && (today.Any(each => each.IsToAll) || sends.Count(each => each.IsToAll && ChinaTime.MonthOf(each.Time) == month) >= ToAllPerMonth);
            if (isUsedUp)
                return OfficialAccountErrors.NoMassQuota;
            sends.Add((clock.Now, isToAll));
            return null;
        }
    }

    /// <summary>Whether a follower may get one more this month. Whoever follows a 订阅号 gets one a day, which its own quota sees to.</summary>
    public bool MayReceive(Account account, Follower follower) =>
        account.Kind == AccountKind.Subscription || ReceivedBy(account, follower) < PerFollowerAndMonth;

    /// <summary>Mass messages that a follower had this month.</summary>
    public int ReceivedBy(Account account, Follower follower)
    {
        lock (_lock)
            return _received.GetValueOrDefault((account.Name, follower.OpenId, ChinaTime.MonthOf(clock.Now)));
    }

    /// <summary>A follower got one.</summary>
    public void Receive(Account account, Follower follower)
    {
        lock (_lock)
        {
            var key = (account.Name, follower.OpenId, ChinaTime.MonthOf(clock.Now));
            _received[key] = _received.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Nobody sent anything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _calls.Clear();
            _sends.Clear();
            _received.Clear();
        }
    }

    private static TValue Get<TValue>(Dictionary<string, TValue> all, string key)
        where TValue : new()
    {
        if (!all.TryGetValue(key, out var found))
            all.Add(key, found = new());
        return found;
    }
}
