using Hongyan.Simulator.Live;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.World;

/// <summary>Who and what exists: the company, its people and its apps, and the 公众号.</summary>
public sealed class SimulatedWorld
{
    private readonly Lock _lock = new();
    private readonly IReadOnlyList<WeComApp> _appsAtStart;
    private readonly IReadOnlyList<Account> _accountsAtStart;
    private IReadOnlyList<WeComApp> _apps;
    private IReadOnlyList<Account> _accounts;

    /// <summary>Begins with these apps and 公众号.</summary>
    public SimulatedWorld(IReadOnlyList<WeComApp> apps, IReadOnlyList<Account> accounts, LiveFeed feed)
    {
        _apps = _appsAtStart = apps;
        _accounts = _accountsAtStart = accounts;
        Contacts = new(feed);
    }

    /// <summary>The company.</summary>
    public Corp Corp => SampleWorld.Corp;

    /// <summary>The company's people.</summary>
    public Contacts Contacts { get; }

    /// <summary>The people of load runs, who are in no list.</summary>
    public Crowd Crowd { get; } = new();

    /// <summary>The departments, root first.</summary>
    public IReadOnlyList<Department> Departments => Contacts.Departments;

    /// <summary>The members.</summary>
    public IReadOnlyList<Member> Members => Contacts.Members;

    /// <summary>The apps with their callback settings as they are now.</summary>
    public IReadOnlyList<WeComApp> Apps => Volatile.Read(ref _apps);

    /// <summary>The app of this name, or null.</summary>
    public WeComApp? FindApp(string name) =>
        Apps.FirstOrDefault(app => string.Equals(app.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The 公众号 with their settings as they are now.</summary>
    public IReadOnlyList<Account> Accounts => Volatile.Read(ref _accounts);

    /// <summary>The 公众号 of this name, or null.</summary>
    public Account? FindAccount(string name) =>
        Accounts.FirstOrDefault(account => string.Equals(account.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name of the app or 公众号, spelt as it is, or null: whoever has a bot.</summary>
    public string? FindBot(string name) => FindApp(name)?.Name ?? FindAccount(name)?.Name;

    /// <summary>Everybody who holds a secret: the apps, 通讯录同步 and the 公众号.</summary>
    public IReadOnlyList<ApiCaller> Callers =>
        [.. Apps.Select(ApiCaller.Of), ApiCaller.OfContacts(Corp.CorpId, SampleWorld.ContactsSecret), .. Accounts.Select(ApiCaller.Of)];

    /// <summary>The holder of a secret of this name, or null.</summary>
    public ApiCaller? FindCaller(string name) => Callers.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The member of this UserID, or null. Like the platform, it does not tell upper from lower case.</summary>
    public Member? FindMember(string userId) => Contacts.FindMember(userId) ?? Crowd.Find(userId);

    /// <summary>Whether a member sees an app and can be sent something by it.</summary>
    public bool IsVisible(WeComApp app, Member member) => member.IsActive && Contacts.IsVisible(member, app.Scope);

    /// <summary>A member's place in the list, from 1.</summary>
    public int NumberOf(Member member) => Members.TakeWhile(each => each.UserId != member.UserId).Count() + 1;

    /// <summary>The name of a member's main department.</summary>
    public string DepartmentOf(Member member) => Contacts.FindDepartment(member.MainDepartment)?.Name ?? "";

    /// <summary>Replaces what the app's 接收消息 page holds.</summary>
    public WeComApp SaveCallback(WeComApp app, CallbackSettings callback) => Change(app.Name, each => each with { Callback = callback });

    /// <summary>Replaces who sees the app.</summary>
    public WeComApp SaveScope(WeComApp app, VisibleScope scope) => Change(app.Name, each => each with { Scope = scope });

    /// <summary>Replaces what the app may call.</summary>
    public WeComApp SaveModules(WeComApp app, IReadOnlySet<ApiModule> modules) => Change(app.Name, each => each with { Modules = modules });

    /// <summary>Changes what else the app's page in the console holds; a name of null stays as it is.</summary>
    public WeComApp SaveSettings(WeComApp app, string? displayName, Func<AgentSettings, AgentSettings> change) =>
        Change(app.Name, each => each with { DisplayName = displayName ?? each.DisplayName, Settings = change(each.Settings) });

    /// <summary>Changes what a 公众号's pages in the console hold.</summary>
    public Account SaveAccount(Account account, Func<Account, Account> change)
    {
        lock (_lock)
        {
            Volatile.Write(ref _accounts, [.. _accounts.Select(each => each.Name == account.Name ? change(each) : each)]);
            return _accounts.First(each => each.Name == account.Name);
        }
    }

    /// <summary>Puts the apps, the 公众号 and the people back to what they were at start.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            Volatile.Write(ref _apps, _appsAtStart);
            Volatile.Write(ref _accounts, _accountsAtStart);
        }
        Contacts.Reset();
        Crowd.Clear();
    }

    // The caller's copy of the app may be older than what somebody else has just saved.
    private WeComApp Change(string name, Func<WeComApp, WeComApp> change)
    {
        lock (_lock)
        {
            Volatile.Write(ref _apps, [.. _apps.Select(each => each.Name == name ? change(each) : each)]);
            return _apps.First(each => each.Name == name);
        }
    }
}
