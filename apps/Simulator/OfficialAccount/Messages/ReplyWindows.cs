using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Which customer messages each follower can be sent. Every act opens its window anew; windows of different acts stand beside each other.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html, the rule since 2023-06-12.</remarks>
public sealed class ReplyWindows(SimulatedClock clock)
{
    private const string Said = "message";
    private const string Tapped = "menu";

    private static readonly TimeSpan TwoDays = TimeSpan.FromHours(48);
    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);

    // Other entries of a menu open none: view, pictures, places, mini programs.
    private static readonly Dictionary<string, string> Acts = new()
    {
        ["subscribe"] = "subscribe", ["SCAN"] = "SCAN", ["CLICK"] = Tapped, ["scancode_push"] = Tapped, ["scancode_waitmsg"] = Tapped,
    };

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Account, string OpenId, string Act), ReplyWindow> _windows = [];

    /// <summary>A follower said something. A tap on the item of a menu message counts as one on the account's menu.</summary>
    public void Open(Account account, Follower follower, MemberMessage message)
    {
        if (string.IsNullOrEmpty(message.MenuId))
            Open(account, follower, Said, TwoDays, 5);
        else
            Open(account, follower, Tapped, OneMinute, 3);
    }

    /// <summary>A follower did something.</summary>
    public void Open(Account account, Follower follower, MemberEvent happened)
    {
        if (Acts.TryGetValue(happened.Event, out var act))
            Open(account, follower, act, OneMinute, 3);
    }

    /// <summary>The windows that are open.</summary>
    public IReadOnlyList<ReplyWindow> Of(Account account, Follower follower)
    {
        lock (_lock)
            return [.. OpenOf(account, follower).Select(each => each.Value)];
    }

    /// <summary>Uses up one message of the window that closes first; null when that was possible.</summary>
    internal ApiError? TryUse(Account account, Follower follower)
    {
        lock (_lock)
        {
            var open = OpenOf(account, follower).OrderBy(each => each.Value.ClosesAt).ToList();
            if (open.Count == 0)
                return OfficialAccountErrors.WindowClosed;
            if (open.FirstOrDefault(each => each.Value.Left > 0) is not { Value: { } window } found)
                return OfficialAccountErrors.WindowUsedUp;
            _windows[found.Key] = window with { Left = window.Left - 1 };
            return null;
        }
    }

    /// <summary>Whoever follows no longer can be sent nothing.</summary>
    public void Close(Account account, Follower follower)
    {
        lock (_lock)
        {
            foreach (var key in _windows.Keys.Where(key => key.Account == account.Name && key.OpenId == follower.OpenId).ToList())
                _windows.Remove(key);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _windows.Clear();
    }

    private void Open(Account account, Follower follower, string act, TimeSpan duration, int messages)
    {
        lock (_lock)
            _windows[(account.Name, follower.OpenId, act)] = new(clock.Now + duration, messages);
    }

    private List<KeyValuePair<(string Account, string OpenId, string Act), ReplyWindow>> OpenOf(Account account, Follower follower) =>
        [.. _windows.Where(each => each.Key.Account == account.Name && each.Key.OpenId == follower.OpenId && clock.Now < each.Value.ClosesAt)];
}
