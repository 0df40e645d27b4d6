using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>The menu at the bottom of an app's conversation.</summary>
internal static class MenuEndpoints
{
    public static void Map(RouteGroupBuilder sim)
    {
        sim.MapGet("/apps/{app}/menu", Read).WithTags("menu")
            .WithSummary("应用菜单，与平台 menu/get 的 JSON 相同。The app's menu in the platform's JSON.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        sim.MapPut("/apps/{app}/menu", Save).WithTags("menu")
            .WithSummary("换菜单，与平台 menu/create 的 JSON 和限制相同；button 为空表示没有菜单。Replaces it; an empty button list means no menu.")
            .WithDescription(
                "成员点菜单就是触发事件：POST /sim/apps/{app}/members/{userId}/events。pic_* 之后图片作为消息跟着发出，location_select 之后位置跟着发出。"
                + "A member uses it by triggering the event; the pictures and the place follow as messages, as from the real client.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Results<Ok<AppMenu>, ProblemHttpResult> Read(string app, SimulatedWorld world, AppMenus menus, Wording wording) =>
        world.FindApp(app) is { } found ? TypedResults.Ok(menus.Read(found.Name)) : ControlProblem.NoApp(wording, app);

    private static Results<Ok<AppMenu>, ProblemHttpResult> Save(string app, AppMenu menu, SimulatedWorld world, AppMenus menus, Wording wording) =>
        world.FindApp(app) is { } found ? SaveChecked(found.Name, menu, WeComMenus.Rules, menus, wording) : ControlProblem.NoApp(wording, app);

    /// <summary>Saves the menu of an account, or says which of the platform's rules it breaks.</summary>
    internal static Results<Ok<AppMenu>, ProblemHttpResult> SaveChecked(string account, AppMenu menu, MenuRules rules, AppMenus menus, Wording wording)
    {
        if (rules.FindProblem(menu) is { } problem)
        {
            var sentence = wording[$"Menu_{problem.Rule}", problem.Arguments];
            return ControlProblem.Field(wording, problem.Field, wording["FindingWithCode", sentence, problem.Code]);
        }
        menus.Save(account, menu);
        return TypedResults.Ok(menu);
    }
}
