using System.Text.Json.Nodes;

namespace Hongyan.Simulator.WeCom;

/// <summary>/cgi-bin/menu/…: the menu below an app's conversation, the same that the chat page shows.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90231 to 90233.</remarks>
internal static class MenuApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.Call("POST /menu/create", ApiModule.Application, Create);
        api.Call("GET /menu/get", ApiModule.Application, Get);
        api.Call("GET /menu/delete", ApiModule.Application, Delete);
    }

    private static ApiAnswer Create(ApiRequest request, AppMenus menus)
    {
        if (request.CheckAgent(request.Query("agentid")) is { } error)
            return ApiAnswer.Failed(error);
        var menu = request.Read<AppMenu>();
        if (menu.Buttons is not { Count: > 0 })
            return ApiAnswer.Failed(new(40016, "invalid button size"));
        if (WeComMenus.Rules.FindProblem(menu) is { } problem)
            return ApiAnswer.Failed(new(problem.Code, $"invalid {problem.Field}"));
        menus.Save(request.App.Name, menu);
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Get(ApiRequest request, AppMenus menus) =>
        request.CheckAgent(request.Query("agentid")) is { } error ? ApiAnswer.Failed(error)
        : menus.Read(request.App.Name) is { Buttons.Count: > 0 } menu ? ApiAnswer.Ok(("button", Write(menu.Buttons)))
        : ApiAnswer.Failed(AgentErrors.NoMenu);

    private static ApiAnswer Delete(ApiRequest request, AppMenus menus)
    {
        if (request.CheckAgent(request.Query("agentid")) is { } error)
            return ApiAnswer.Failed(error);
        menus.Save(request.App.Name, AppMenu.None);
        return ApiAnswer.Ok();
    }

    private static JsonArray Write(IEnumerable<MenuButton> buttons) => new([.. buttons.Select(Write)]);

    // The platform gives every button a list of those below it, empty or not.
    private static JsonObject Write(MenuButton button)
    {
        (string Name, string? Value)[] fields =
            [("type", button.Type), ("name", button.Name), ("key", button.Key), ("url", button.Url), ("appid", button.AppId), ("pagepath", button.PagePath)];
        var written = new JsonObject(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Value)));
        written["sub_button"] = Write(button.SubButtons ?? []);
        return written;
    }
}
