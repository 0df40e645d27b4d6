using Hongyan.Simulator.Live;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>The customer service accounts (客服账号), and who serves them.</summary>
public sealed class ServiceAccounts(SimulatedWorld world, LiveFeed feed)
{
    private readonly Lock _lock = new();
    private IReadOnlyList<ServiceAccount> _accounts = [SampleAccount.Default];

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<ServiceAccount> All => Volatile.Read(ref _accounts);

    /// <summary>The account of this open_kfid, or null.</summary>
    public ServiceAccount? Find(string? openKfId) => All.FirstOrDefault(account => account.OpenKfId == openKfId);

    /// <summary>Adds an account to an app.</summary>
    public ServiceAccount Add(string app, string name, string? mediaId)
    {
        var account = new ServiceAccount { OpenKfId = Invented.OpenKfId(), Name = name, App = app, MediaId = mediaId };
        lock (_lock)
            Volatile.Write(ref _accounts, [.. _accounts, account]);
        feed.Publish(new ServiceChange(account.OpenKfId, null));
        return account;
    }

    /// <summary>Changes an account; false when there is none any more.</summary>
    public bool Change(string openKfId, Func<ServiceAccount, ServiceAccount> change)
    {
        lock (_lock)
        {
            if (Find(openKfId) is not { } account)
                return false;
            var changed = change(account);
            Volatile.Write(ref _accounts, [.. _accounts.Select(each => each == account ? changed : each)]);
        }
        feed.Publish(new ServiceChange(openKfId, null));
        return true;
    }

    /// <summary>Deletes an account.</summary>
    public void Remove(string openKfId)
    {
        lock (_lock)
            Volatile.Write(ref _accounts, [.. _accounts.Where(each => each.OpenKfId != openKfId)]);
        feed.Publish(new ServiceChange(openKfId, null));
    }

    /// <summary>The members who serve an account, those of its departments among them.</summary>
    public IReadOnlyList<Member> ServicersOf(ServiceAccount account) =>
    [
        .. account.UserIds.Select(world.FindMember).OfType<Member>()
            .Concat(account.DepartmentIds.SelectMany(id => world.Contacts.MembersOf(id, withBelow: true)))
            .Where(member => member.IsActive).DistinctBy(member => member.UserId),
    ];

    /// <summary>The member who serves an account under this UserID, or null.</summary>
    public Member? FindServicer(ServiceAccount account, string userId) => ServicersOf(account).FirstOrDefault(member => member.IsCalled(userId));

    /// <summary>Whether a servicer takes customers now (正在接待).</summary>
    public static bool IsReceiving(ServiceAccount account, Member servicer) => !account.StoppedUserIds.Any(servicer.IsCalled);

    /// <summary>Back to the one at start.</summary>
    public void Reset()
    {
        lock (_lock)
            Volatile.Write(ref _accounts, [SampleAccount.Default]);
    }
}
