using System.Text.RegularExpressions;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The servicers (客服账号) of each 公众号.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html.</remarks>
public sealed partial class KfStaff(SimulatedClock clock)
{
    private const int MaxAccounts = 100;
    private const int MaxNickname = 16;
    private const int FirstId = 1001;

    private static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<KfAccount>> _staff = [];

    /// <summary>All servicers.</summary>
    public IReadOnlyList<KfAccount> Of(Account account)
    {
        lock (_lock)
            return [.. _staff.GetValueOrDefault(account.Name, [])];
    }

    /// <summary>The servicer of this name, or null.</summary>
    public KfAccount? Find(Account account, string? name) => Of(account).FirstOrDefault(each => each.Name == name);

    /// <summary>Adds one; null when that was possible.</summary>
    internal ApiError? Add(Account account, string? name, string? nickname)
    {
        var at = name?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        // The second part is the account's WeChat id; whoever has none has the original one.
        if (at < 0 || !Prefix().IsMatch(name![..at]) || (name[(at + 1)..] != account.OriginalId && name[(at + 1)..] != account.Name))
            return KfErrors.Name;
        if (FindNicknameProblem(nickname) is { } problem)
            return problem;
        lock (_lock)
        {
            if (!_staff.TryGetValue(account.Name, out var staff))
                _staff.Add(account.Name, staff = []);
            if (staff.Any(each => each.Name == name))
                return KfErrors.Exists;
            if (staff.Count >= MaxAccounts)
                return KfErrors.TooMany;
            staff.Add(new() { Name = name, Nickname = nickname!, Id = FirstId + staff.Select(each => each.Id - FirstId + 1).DefaultIfEmpty().Max() });
            return null;
        }
    }

    /// <summary>Gives another nickname; null when that was possible.</summary>
    internal ApiError? Rename(Account account, string? name, string? nickname) =>
        FindNicknameProblem(nickname) ?? Change(account, name, each => each with { Nickname = nickname! });

    /// <summary>Invites a WeChat; null when that was possible.</summary>
    internal ApiError? Invite(Account account, string? name, string? weChat)
    {
        if (Find(account, name) is not { } servicer)
            return KfErrors.Unknown;
        if (weChat is null || !WeChatId().IsMatch(weChat))
            return KfErrors.WeChat;
        if (Of(account).Any(each => each.WeChat == weChat))
            return KfErrors.AlreadyWorker;
        if (servicer.WeChat.Length > 0)
            return KfErrors.Bound;
        if (servicer.InvitationEndsAt > clock.Now)
            return KfErrors.Pending;
        return Change(account, name, each => each with { Invited = weChat, InvitationEndsAt = clock.Now + InvitationLifetime });
    }

    /// <summary>Changes one; null when there is one.</summary>
    internal ApiError? Change(Account account, string? name, Func<KfAccount, KfAccount> change)
    {
        lock (_lock)
        {
            var staff = _staff.GetValueOrDefault(account.Name, []);
            var index = staff.FindIndex(each => each.Name == name);
            if (index < 0)
                return KfErrors.Unknown;
            staff[index] = change(staff[index]);
            return null;
        }
    }

    /// <summary>Removes one; null when there was one.</summary>
    internal ApiError? Remove(Account account, string? name)
    {
        lock (_lock)
            return _staff.GetValueOrDefault(account.Name, []).RemoveAll(each => each.Name == name) > 0 ? null : KfErrors.Unknown;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _staff.Clear();
    }

    private static ApiError? FindNicknameProblem(string? nickname) => nickname is { Length: > 0 and <= MaxNickname } ? null : KfErrors.Nickname;

    [GeneratedRegex("^[A-Za-z0-9_]{1,10}$", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{5,19}$", RegexOptions.CultureInvariant)]
    private static partial Regex WeChatId();
}
