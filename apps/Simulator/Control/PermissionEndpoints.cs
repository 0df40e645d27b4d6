using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>Who sees an app (可见范围), and which parts of the platform's API it is let into.</summary>
internal static class PermissionEndpoints
{
    public static void Map(RouteGroupBuilder sim)
    {
        sim.MapGet("/apps/{app}/permissions", Read).WithTags("contacts")
            .WithSummary("应用的可见范围和可调用的接口。Who sees the app, and what it may call.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        sim.MapPut("/apps/{app}/permissions", Save).WithTags("contacts")
            .WithSummary("修改；没给的项恢复默认：全公司可见，除通讯录编辑外都能调用。Changes them; what is left out returns to its default.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Results<Ok<PermissionsView>, ProblemHttpResult> Read(string app, SimulatedWorld world, Wording wording) =>
        world.FindApp(app) is { } found ? TypedResults.Ok(PermissionsView.Of(found)) : ControlProblem.NoApp(wording, app);

    private static Results<Ok<PermissionsView>, ProblemHttpResult> Save(string app, PermissionsView given, SimulatedWorld world, Wording wording)
    {
        if (world.FindApp(app) is not { } found)
            return ControlProblem.NoApp(wording, app);
        var scope = given.Scope ?? VisibleScope.Everybody;
        if (scope.UserIds.Any(userId => world.FindMember(userId) is null))
            return ControlProblem.Field(wording, "scope.userIds", wording["Contact_NoMember"]);
        if (scope.DepartmentIds.Any(id => world.Contacts.FindDepartment(id) is null))
            return ControlProblem.Field(wording, "scope.departmentIds", wording["Contact_NoDepartment"]);
        if (scope.TagIds.Any(id => world.Contacts.FindTag(id) is null))
            return ControlProblem.Field(wording, "scope.tagIds", wording["Contact_NoTag"]);

        world.SaveScope(found, scope);
        return TypedResults.Ok(PermissionsView.Of(world.SaveModules(found, given.Modules?.ToHashSet() ?? WeComApp.EverydayModules)));
    }
}
