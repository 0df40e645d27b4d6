using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Groups of customers: /cgi-bin/externalcontact/groupchat/ list, get.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/92120 and 92122.</remarks>
internal static class CustomerGroupApi
{
    private const int MaxPage = 1000;

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("POST /externalcontact/groupchat/list", ApiModule.CustomerContact, List);
        api.Call("POST /externalcontact/groupchat/get", ApiModule.CustomerContact, Get);
    }

    private static ApiAnswer List(ApiRequest request, SimulatedWorld world, CustomerBook book)
    {
        var owners = request.Body.Object("owner_filter")?.Texts("userid_list") ?? [];
        if (request.Body.Number("limit") is not (>= 1 and <= MaxPage and var limit))
            return ApiAnswer.Failed(CustomerError.Parameter("invalid limit"));
        if (!PageCursor.TryRead(request.Body.Text("cursor"), out var start))
            return ApiAnswer.Failed(CustomerError.Parameter("invalid cursor"));
        var status = request.Body.Number("status_filter");
        var all = book.Groups
            .Where(group => owners.Count == 0 || owners.Contains(group.OwnerUserId, StringComparer.OrdinalIgnoreCase))
            .Where(group => status is null or 0 || StatusOf(world, group) == status)
            .ToList();
        var page = all.Skip(start).Take((int)limit).ToList();
        return ApiAnswer.Ok(
            ("group_chat_list", new JsonArray([.. page.Select(group => new JsonObject { ["chat_id"] = group.ChatId, ["status"] = StatusOf(world, group) })])),
            ("next_cursor", PageCursor.Next(start, page.Count, all.Count)));
    }

    private static ApiAnswer Get(ApiRequest request, SimulatedWorld world, CustomerBook book)
    {
        if (book.Groups.FirstOrDefault(group => group.ChatId == request.Body.Text("chat_id")) is not { } group)
            return ApiAnswer.Failed(CustomerError.NoGroup);
        var withNames = request.Body.Number("need_name") == 1;
        string[] members = [group.OwnerUserId, .. group.UserIds.Where(userId => userId != group.OwnerUserId)];
        return ApiAnswer.Ok(("group_chat", new JsonObject
        {
            ["chat_id"] = group.ChatId,
            ["name"] = group.Name,
            ["owner"] = group.OwnerUserId,
            ["create_time"] = group.CreatedAt.ToUnixTimeSeconds(),
            ["notice"] = group.Notice,
            ["member_list"] = new JsonArray(
            [
                .. members.Select(userId => Member(group, userId, 1, withNames ? world.FindMember(userId)?.Name : null)),
                .. group.ExternalUserIds.Select(id => Member(group, id, 2, withNames ? book.Find(id)?.Name : null, book.Find(id)?.UnionId)),
            ]),
            ["admin_list"] = new JsonArray(),
            ["member_version"] = $"v{members.Length + group.ExternalUserIds.Count}",
        }));
    }

    private static JsonObject Member(CustomerGroup group, string id, int type, string? name, string? unionId = null)
    {
        var json = new JsonObject
        {
            ["userid"] = id,
            ["type"] = type,
            ["join_time"] = group.CreatedAt.ToUnixTimeSeconds(),
            ["join_scene"] = 1,
            ["invitor"] = new JsonObject { ["userid"] = group.OwnerUserId },
            ["group_nickname"] = "",
        };
        if (name is not null)
            json["name"] = name;
        if (unionId is not null)
            json["unionid"] = unionId;
        return json;
    }

    // 1: its owner has left and nobody has taken it over.
    private static int StatusOf(SimulatedWorld world, CustomerGroup group) =>
        world.FindMember(group.OwnerUserId) is { Status: not MemberStatus.Left } ? 0 : 1;
}
