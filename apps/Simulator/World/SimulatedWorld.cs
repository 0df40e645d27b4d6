using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.World;

/// <summary>Who and what exists: the company, its people and its apps. Only the apps' callback settings change.</summary>
public sealed class SimulatedWorld
{
    private readonly Lock _lock = new();
    private readonly IReadOnlyList<WeComApp> _appsAtStart;
    private IReadOnlyList<WeComApp> _apps;

    /// <summary>Begins with these apps.</summary>
    public SimulatedWorld(IReadOnlyList<WeComApp> apps) => _apps = _appsAtStart = apps;

    /// <summary>The company.</summary>
    public Corp Corp => SampleWorld.Corp;

    /// <summary>The departments, root first.</summary>
    public IReadOnlyList<Department> Departments => SampleWorld.Departments;

    /// <summary>The members.</summary>
    public IReadOnlyList<Member> Members => SampleWorld.Members;

    /// <summary>The apps with their callback settings as they are now.</summary>
    public IReadOnlyList<WeComApp> Apps => Volatile.Read(ref _apps);

    /// <summary>The app of this name, or null.</summary>
    public WeComApp? FindApp(string name) =>
        Apps.FirstOrDefault(app => string.Equals(app.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The member of this UserID, or null. Like the platform, it does not tell upper from lower case.</summary>
    public Member? FindMember(string userId) =>
        Members.FirstOrDefault(member => string.Equals(member.UserId, userId, StringComparison.OrdinalIgnoreCase));

    /// <summary>A member's place in the list, from 1.</summary>
    public int NumberOf(Member member) => Members.TakeWhile(each => each != member).Count() + 1;

    /// <summary>The name of a member's department.</summary>
    public string DepartmentOf(Member member) =>
        Departments.First(department => department.Id == member.DepartmentId).Name;

    /// <summary>Replaces what the app's 接收消息 page holds.</summary>
    public WeComApp SaveCallback(WeComApp app, CallbackSettings callback)
    {
        var saved = app with { Callback = callback };
        lock (_lock)
            Volatile.Write(ref _apps, [.. _apps.Select(each => each.Name == app.Name ? saved : each)]);
        return saved;
    }

    /// <summary>Puts the apps back to what they were at start.</summary>
    public void Reset()
    {
        lock (_lock)
            Volatile.Write(ref _apps, _appsAtStart);
    }
}
