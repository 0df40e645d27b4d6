using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Lists of members, invitations and the QR code to join.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90200, 90201, 96067, 90975, 91714.</remarks>
internal static class UserListApi
{
    private const int MaxPage = 10_000;
    private const int MaxInvitedUsers = 1000;
    private const int MaxInvitedOthers = 100;

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("GET /user/simplelist", ApiModule.ContactsRead, (ApiRequest request, SimulatedWorld world) => List(request, world, UserFields.Briefly));
        api.Call("GET /user/list", ApiModule.ContactsRead,
            (ApiRequest request, SimulatedWorld world) => List(request, world, member => UserFields.Of(member, request.Caller)));
        api.Call("POST /user/list_id", ApiModule.ContactsRead, ListIds);
        api.Call("POST /batch/invite", ApiModule.ContactsRead, Invite);
        api.Call("GET /corp/get_join_qrcode", ApiModule.ContactsWrite, GetJoinQrCode);
    }

    private static ApiAnswer List(ApiRequest request, SimulatedWorld world, Func<Member, IEnumerable<(string Name, JsonNode? Value)>> fields)
    {
        if (request.Query("department_id") is not { } text)
            return ApiAnswer.Failed(ContactErrors.NoDepartmentId);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || world.Contacts.FindDepartment(id) is not { } department)
            return ApiAnswer.Failed(ContactErrors.Of(ContactRules.NoDepartment));
        if (!request.Caller.Sees(world, department))
            return ApiAnswer.Failed(ContactErrors.NotInScope);
        var members = world.Contacts.MembersOf(id, withBelow: request.Query("fetch_child") == "1");
        return ApiAnswer.Ok(("userlist", new JsonArray([.. members.Select(member => UserFields.Join(fields(member)))])));
    }

    private static ApiAnswer ListIds(ApiRequest request, SimulatedWorld world)
    {
        // Every member of the company is listed, so no app may.
        if (request.Caller.App is not null)
            return ApiAnswer.Failed(WeComErrors.Forbidden);
        var limit = request.Body.Number("limit") ?? MaxPage;
        if (limit is < 1 or > MaxPage || !TryReadCursor(request.Body.Text("cursor"), out var start))
            return ApiAnswer.Failed(ContactErrors.WrongParameter);

        var all = world.Members.SelectMany(member => member.Departments.Select(place => (member.UserId, place.DepartmentId))).ToList();
        var page = all.Skip(start).Take((int)limit).ToList();
        var next = start + page.Count < all.Count ? WriteCursor(start + page.Count) : "";
        return ApiAnswer.Ok(
            ("next_cursor", next),
            ("dept_user", new JsonArray([.. page.Select(each => new JsonObject { ["userid"] = each.UserId, ["department"] = each.DepartmentId })])));
    }

    private static string WriteCursor(int start) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(start.ToString("'users-'0", CultureInfo.InvariantCulture)));

    private static bool TryReadCursor(string? cursor, out int start)
    {
        start = 0;
        if (string.IsNullOrEmpty(cursor))
            return true;
        Span<byte> text = stackalloc byte[64];
        return Convert.TryFromBase64String(cursor, text, out var length)
            && text[..length].StartsWith("users-"u8)
            && int.TryParse(text[6..length], NumberStyles.None, CultureInfo.InvariantCulture, out start);
    }

    private static ApiAnswer Invite(ApiRequest request, SimulatedWorld world)
    {
        var users = request.Body.Texts("user") ?? [];
        var departments = request.Body.Numbers("party") ?? [];
        var tags = request.Body.Numbers("tag") ?? [];
        if (users.Count + departments.Count + tags.Count == 0)
            return ApiAnswer.Failed(ContactErrors.EmptyParameter);
        if (users.Count > MaxInvitedUsers || departments.Count > MaxInvitedOthers || tags.Count > MaxInvitedOthers)
            return ApiAnswer.Failed(ContactErrors.UserIdListLength);

        var invalidUsers = users.Where(id => world.FindMember(id) is not { } member || !request.Caller.Sees(world, member)).ToList();
        var invalidDepartments = departments.Where(id => world.Contacts.FindDepartment(id) is not { } department || !request.Caller.Sees(world, department)).ToList();
        var invalidTags = tags.Where(id => world.Contacts.FindTag(id) is null).ToList();
        return ApiAnswer.Ok(
            ("invaliduser", new JsonArray([.. invalidUsers.Select(id => JsonValue.Create(id))])),
            ("invalidparty", new JsonArray([.. invalidDepartments.Select(id => JsonValue.Create(id))])),
            ("invalidtag", new JsonArray([.. invalidTags.Select(id => JsonValue.Create(id))])));
    }

    private static ApiAnswer GetJoinQrCode(ApiRequest request) => request.Query("size_type") switch
    {
        null or "1" or "2" or "3" or "4" => ApiAnswer.Ok(
            ("join_qrcode", $"https://work.weixin.qq.com/wework_admin/genqrcode?action=join&vcode=simulated&qr_size={request.Query("size_type") ?? "1"}")),
        _ => ApiAnswer.Failed(ContactErrors.WrongParameter),
    };
}
