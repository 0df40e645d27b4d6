using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>Who and what exists.</summary>
public sealed record WorldView(
    Corp Corp, IReadOnlyList<Department> Departments, IReadOnlyList<MemberView> Members, IReadOnlyList<AppView> Apps)
{
    /// <summary>Shows the world.</summary>
    public static WorldView Of(SimulatedWorld world) => new(
        world.Corp,
        world.Departments,
        [.. world.Members.Select(member => new MemberView(
            member.UserId, member.Name, member.Position, member.MainDepartment, world.DepartmentOf(member)))],
        [.. world.Apps.Select(app => new AppView(app.Name, app.DisplayName, app.AgentId))]);
}
