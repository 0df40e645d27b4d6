using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Whom the holder of a secret sees: an app its scope (可见范围), 通讯录同步 everybody.</summary>
internal static class CallerScope
{
    public static bool Sees(this ApiCaller caller, SimulatedWorld world, Member member) =>
        caller.App is not { } app || world.Contacts.IsVisible(member, app.Scope);

    public static bool Sees(this ApiCaller caller, SimulatedWorld world, Department department) =>
        caller.App is not { } app || world.Contacts.IsVisible(department, app.Scope);
}
