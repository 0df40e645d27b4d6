using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>/cgi-bin/menu/…: the menu below a 公众号's conversation (自定义菜单), the same that the chat page shows.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Creating_Custom-Defined_Menu.html.</remarks>
internal static class AccountMenuApi
{
    private static readonly JsonSerializerOptions Written =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static void Map(OfficialAccountCalls api)
    {
        api.Call("POST /menu/create", Access.Verified, Create);
        api.Call("GET /menu/get", Access.Verified, Get);
        api.Call("GET /menu/delete", Access.Verified, Delete);
    }

    private static ApiAnswer Create(ApiRequest request, AppMenus menus)
    {
        var menu = request.Read<AppMenu>();
        if (menu.Buttons is not { Count: > 0 })
            return ApiAnswer.Failed(OfficialAccountErrors.MenuSize);
        if (AccountMenus.Rules.FindProblem(menu) is { } problem)
            return ApiAnswer.Failed(OfficialAccountErrors.Of(problem));
        menus.Save(request.Account.Name, menu);
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Get(ApiRequest request, AppMenus menus) =>
        menus.Read(request.Account.Name) is { Buttons.Count: > 0 } menu
            ? ApiAnswer.Bare(("menu", new JsonObject { ["button"] = new JsonArray([.. menu.Buttons.Select(Write)]) }))
            : ApiAnswer.Failed(OfficialAccountErrors.NoMenu);

    private static ApiAnswer Delete(ApiRequest request, AppMenus menus)
    {
        menus.Save(request.Account.Name, AppMenu.None);
        return ApiAnswer.Ok();
    }

    // The platform gives every button a list of those below it, empty or not.
    private static JsonObject Write(MenuButton button)
    {
        var written = JsonSerializer.SerializeToNode(button with { SubButtons = null }, Written)!.AsObject();
        written["sub_button"] = new JsonArray([.. (button.SubButtons ?? []).Select(Write)]);
        return written;
    }
}
