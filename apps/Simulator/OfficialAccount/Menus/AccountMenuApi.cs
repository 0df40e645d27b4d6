using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>/cgi-bin/menu/…: the menu below a 公众号's conversation (自定义菜单) and those for some followers (个性化菜单), the same that the chat page shows.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Creating_Custom-Defined_Menu.html and Personalized_menu_interface.html.</remarks>
internal static class AccountMenuApi
{
    private static readonly JsonSerializerOptions Written =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly ApiError TooManyMenus = new(45010, "create menu limit");
    private static readonly ApiError NoSuchMenu = new(65301, "not exists this menuid");
    private static readonly ApiError NoSuchUser = new(65302, "not exists this user");
    private static readonly ApiError NoDefault = new(65303, "there is no selfmenu, please create selfmenu first");
    private static readonly ApiError NoRule = new(65304, "match rule empty");
    private static readonly ApiError NoButtons = new(65307, "menu is empty");
    private static readonly ApiError NotFans = new(65315, "not fans");

    public static void Map(OfficialAccountCalls api)
    {
        api.Call("POST /menu/create", Access.Verified, Create);
        api.Call("GET /menu/get", Access.Verified, Get);
        api.Call("GET /menu/delete", Access.Verified, Delete);
        api.Call("POST /menu/addconditional", Access.Verified, Add);
        api.Call("POST /menu/delconditional", Access.Verified, (ApiRequest request, ConditionalMenus menus) =>
            menus.Remove(request.Account, request.Body.Number("menuid") ?? 0) ? ApiAnswer.Ok() : ApiAnswer.Failed(NoSuchMenu));
        api.Call("POST /menu/trymatch", Access.Verified, TryMatch);
        // Reads what the console has set as well, so that no class of account is kept from it.
        api.Call("GET /get_current_selfmenu_info", Access.Any, GetCurrent);
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

    private static ApiAnswer Get(ApiRequest request, AppMenus menus, ConditionalMenus conditional)
    {
        if (menus.Read(request.Account.Name) is not { Buttons.Count: > 0 } menu)
            return ApiAnswer.Failed(OfficialAccountErrors.NoMenu);
        var own = new JsonObject { ["button"] = Write(menu) };
        if (conditional.Of(request.Account) is not { Count: > 0 } others)
            return ApiAnswer.Bare(("menu", own));
        own["menuid"] = ConditionalMenus.DefaultId;
        return ApiAnswer.Bare(("menu", own), ("conditionalmenu", new JsonArray([.. others.Select(each => new JsonObject
        {
            ["button"] = Write(each.Menu), ["matchrule"] = Write(each.Match), ["menuid"] = each.Id,
        })])));
    }

    private static ApiAnswer Delete(ApiRequest request, AppMenus menus, ConditionalMenus conditional)
    {
        conditional.RemoveAll(request.Account);
        menus.Save(request.Account.Name, AppMenu.None);
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Add(ApiRequest request, AppMenus menus, ConditionalMenus conditional, AccountTags tags)
    {
        if (menus.Read(request.Account.Name).Buttons.Count == 0)
            return ApiAnswer.Failed(NoDefault);
        var menu = request.Read<AppMenu>();
        if (menu.Buttons is not { Count: > 0 })
            return ApiAnswer.Failed(NoButtons);
        if (AccountMenus.Rules.FindProblem(menu) is { } problem)
            return ApiAnswer.Failed(OfficialAccountErrors.Of(problem));
        // sex, country, province, city and language no longer count, so a rule of these alone is empty.
        var rule = request.Body.Object("matchrule");
        var tagId = Number(rule, "tag_id");
        var device = Number(rule, "client_platform_type");
        if (tagId is null && device is null)
            return ApiAnswer.Failed(NoRule);
        if (tagId is { } id && tags.Find(request.Account, id) is null)
            return ApiAnswer.Failed(OfficialAccountErrors.TagId);
        if (device is not (null or >= 1 and <= 3))
            return ApiAnswer.Failed(OfficialAccountErrors.Parameter);
        var added = conditional.Add(request.Account, menu, new((int?)tagId, (FollowerDevice?)device));
        return added is null
            ? ApiAnswer.Failed(TooManyMenus)
            : ApiAnswer.Bare(("menuid", added.Id.ToString(CultureInfo.InvariantCulture)));
    }

    private static ApiAnswer TryMatch(ApiRequest request, Followers followers, ConditionalMenus conditional)
    {
        if (followers.Find(request.Account, request.Body.Text("user_id") ?? "") is not { } follower)
            return ApiAnswer.Failed(NoSuchUser);
        return follower.IsFollowing
            ? ApiAnswer.Bare(("button", Write(conditional.MenuFor(request.Account, follower))))
            : ApiAnswer.Failed(NotFans);
    }

    private static ApiAnswer GetCurrent(ApiRequest request, AppMenus menus)
    {
        var menu = menus.Read(request.Account.Name);
        return ApiAnswer.Bare(
            ("is_menu_open", menu.Buttons.Count > 0 ? 1 : 0),
            ("selfmenu_info", new JsonObject { ["button"] = new JsonArray([.. menu.Buttons.Select(WriteCurrent)]) }));
    }

    private static long? Number(JsonObject? rule, string name) => rule?.Text(name) is { Length: > 0 } ? rule.Number(name) : null;

    private static JsonArray Write(AppMenu menu) => new([.. menu.Buttons.Select(Write)]);

    // The platform gives every button a list of those below it, empty or not.
    private static JsonObject Write(MenuButton button)
    {
        var written = JsonSerializer.SerializeToNode(button with { SubButtons = null }, Written)!.AsObject();
        written["sub_button"] = new JsonArray([.. (button.SubButtons ?? []).Select(Write)]);
        return written;
    }

    // Here, and nowhere else, the list is inside an object, and only where there is one.
    private static JsonObject WriteCurrent(MenuButton button)
    {
        var written = JsonSerializer.SerializeToNode(button with { SubButtons = null }, Written)!.AsObject();
        if (button.IsParent)
            written["sub_button"] = new JsonObject { ["list"] = new JsonArray([.. button.SubButtons!.Select(WriteCurrent)]) };
        return written;
    }

    private static JsonObject Write(MenuMatch match)
    {
        var written = new JsonObject();
        if (match.TagId is { } tag)
            written["tag_id"] = tag.ToString(CultureInfo.InvariantCulture);
        if (match.Device is { } device)
            written["client_platform_type"] = ((int)device).ToString(CultureInfo.InvariantCulture);
        return written;
    }
}
