using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>/cgi-bin/appchat/create, update, get and send: groups that an app makes (应用群聊).</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90244.</remarks>
internal static class AppChatApi
{
    private const int MaxNameCharacters = 50;
    private const int MaxChatIdLength = 32;
    private const int MinMembers = 2;
    private const int MaxMembers = 2000;

    private static readonly ApiError WrongChatId = new(86001, "invalid chatid");
    private static readonly ApiError NoChat = new(86003, "chatid not exist");
    private static readonly ApiError WrongOwner = new(86005, "invalid chat owner");
    private static readonly ApiError MemberCount = new(86006, "chat member count out of limit");
    private static readonly ApiError OtherApp = new(86008, "chat is not created by this agent");
    private static readonly ApiError OwnerNotMember = new(86207, "chat owner not in userlist");
    private static readonly ApiError ChatExists = new(86215, "chatid already exists");
    private static readonly ApiError WrongMember = new(40031, "invalid userid list");
    private static readonly ApiError ScopeNotRoot = new(60011, "no privilege to access/modify contact/party/agent");

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("POST /appchat/create", ApiModule.Application, Create);
        api.Call("POST /appchat/update", ApiModule.Application, Update);
        api.Call("GET /appchat/get", ApiModule.Application, Get);
        api.Call("POST /appchat/send", ApiModule.Application, Send);
    }

    private static ApiAnswer Create(ApiRequest request, SimulatedWorld world, GroupChats groups)
    {
        var body = request.Body;
        if (!request.App.Scope.DepartmentIds.Contains(Department.RootId))
            return ApiAnswer.Failed(ScopeNotRoot);
        if (body.Text("chatid") is { Length: > 0 } wanted && !IsChatId(wanted))
            return ApiAnswer.Failed(WrongChatId);

        var (members, error) = ReadMembers(world, body.Texts("userlist") ?? []);
        if (members is null)
            return ApiAnswer.Failed(error!);
        if (members.Count is < MinMembers or > MaxMembers)
            return ApiAnswer.Failed(MemberCount);
        var owner = body.Text("owner") is { Length: > 0 } named ? world.FindMember(named)?.UserId : members[0];
        if (owner is null)
            return ApiAnswer.Failed(WrongOwner);
        if (!members.Contains(owner))
            return ApiAnswer.Failed(OwnerNotMember);

        var group = new GroupChat
        {
            ChatId = body.Text("chatid") is { Length: > 0 } id ? id : "wr" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 30),
            Name = CutName(request, body.Text("name") ?? ""),
            Owner = owner,
            Members = members,
            App = request.App.Name,
        };
        return groups.TryAdd(group) ? ApiAnswer.Ok(("chatid", group.ChatId)) : ApiAnswer.Failed(ChatExists);
    }

    private static ApiAnswer Update(ApiRequest request, SimulatedWorld world, GroupChats groups)
    {
        var (group, error) = Find(request, groups, request.Body.Text("chatid"));
        if (group is null)
            return ApiAnswer.Failed(error!);

        var (added, addProblem) = ReadMembers(world, request.Body.Texts("add_user_list") ?? []);
        if (added is null)
            return ApiAnswer.Failed(addProblem!);
        var removed = request.Body.Texts("del_user_list") ?? [];
        List<string> members =
            [.. group.Members.Concat(added).Distinct().Where(member => !removed.Contains(member, StringComparer.OrdinalIgnoreCase))];
        if (members.Count is < MinMembers or > MaxMembers)
            return ApiAnswer.Failed(MemberCount);

        var owner = request.Body.Text("owner") is { Length: > 0 } named ? world.FindMember(named)?.UserId
            : members.Contains(group.Owner) ? group.Owner
            : members[0];
        if (owner is null)
            return ApiAnswer.Failed(WrongOwner);
        if (!members.Contains(owner))
            return ApiAnswer.Failed(OwnerNotMember);

        groups.Save(group with
        {
            Name = request.Body.Text("name") is { Length: > 0 } name ? CutName(request, name) : group.Name,
            Owner = owner,
            Members = members,
        });
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Get(ApiRequest request, GroupChats groups)
    {
        var (group, error) = Find(request, groups, request.Query("chatid"));
        return group is null
            ? ApiAnswer.Failed(error!)
            : ApiAnswer.Ok(("chat_info", new JsonObject
            {
                ["chatid"] = group.ChatId,
                ["name"] = group.Name,
                ["owner"] = group.Owner,
                ["userlist"] = new JsonArray([.. group.Members.Select(member => (JsonNode)member)]),
                ["chat_type"] = 0,
            }));
    }

    private static ApiAnswer Send(ApiRequest request, GroupChats groups, ContentReader reader, ActiveSender sender)
    {
        var (group, error) = Find(request, groups, request.Body.Text("chatid"));
        if (group is null)
            return ApiAnswer.Failed(error!);
        var (message, problem) = reader.Read(request, ContentRules.OfAppChat);
        if (message is null)
            return ApiAnswer.Failed(problem!);
        var safe = request.Body.Number("safe") ?? 0;
        if (safe != 0 && message.Type == "news")
            return ApiAnswer.Failed(MessageErrors.NewsNotSafe);

        sender.Send(request.App.Name, group, message with { IsConfidential = safe != 0 });
        return ApiAnswer.Ok();
    }

    private static (GroupChat? Group, ApiError? Error) Find(ApiRequest request, GroupChats groups, string? chatId) =>
        string.IsNullOrEmpty(chatId) ? (null, WrongChatId)
        : groups.Find(chatId) is not { } group ? (null, NoChat)
        : group.App != request.App.Name ? (null, OtherApp)
        : (group, null);

    private static (List<string>? Members, ApiError? Error) ReadMembers(SimulatedWorld world, IReadOnlyList<string> users)
    {
        var members = users.Select(world.FindMember).ToList();
        return members.Contains(null) ? (null, WrongMember) : ([.. members.Select(member => member!.UserId).Distinct()], null);
    }

    private static string CutName(ApiRequest request, string name)
    {
        var runes = name.EnumerateRunes().ToList();
        if (runes.Count <= MaxNameCharacters)
            return name;
        request.Remark(Finding.Of(FindingKind.FieldCutCharacters, "name", runes.Count, MaxNameCharacters));
        return string.Concat(runes.Take(MaxNameCharacters));
    }

    private static bool IsChatId(string chatId) => chatId.Length <= MaxChatIdLength && chatId.All(char.IsAsciiLetterOrDigit);
}
