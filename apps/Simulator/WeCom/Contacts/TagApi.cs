using System.Globalization;
using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>/cgi-bin/tag/… (标签管理).</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90210 to 90216.</remarks>
internal static class TagApi
{
    private const int MaxUsers = 1000;
    private const int MaxDepartments = 100;

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("POST /tag/create", ApiModule.ContactsWrite, Create);
        api.Call("POST /tag/update", ApiModule.ContactsWrite, Rename);
        api.Call("GET /tag/delete", ApiModule.ContactsWrite, Delete);
        api.Call("POST /tag/addtagusers", ApiModule.ContactsWrite, Add);
        api.Call("POST /tag/deltagusers", ApiModule.ContactsWrite, Remove);
        api.Call("GET /tag/get", ApiModule.ContactsRead, Get);
        api.Call("GET /tag/list", ApiModule.ContactsRead, List);
    }

    private static ApiAnswer Create(ApiRequest request, SimulatedWorld world)
    {
        if (request.Body.Number("tagid") is < 1 or > int.MaxValue)
            return ApiAnswer.Failed(ContactErrors.Of(ContactRules.NoTag));
        var (added, problem) = world.Contacts.Add(new Tag((int)(request.Body.Number("tagid") ?? 0), request.Body.Text("tagname") ?? "", [], []));
        return problem is not null ? ApiAnswer.Failed(ContactErrors.Of(problem)) : ApiAnswer.Done("created", ("tagid", added!.Id));
    }

    private static ApiAnswer Rename(ApiRequest request, SimulatedWorld world) =>
        request.Body.Number("tagid") is not { } id ? ApiAnswer.Failed(ContactErrors.NoTagId)
        : world.Contacts.ChangeTag(id, tag => tag with { Name = request.Body.Text("tagname") ?? "" }) is { } problem ? ApiAnswer.Failed(ContactErrors.Of(problem))
        : ApiAnswer.Done("updated");

    private static ApiAnswer Delete(ApiRequest request, SimulatedWorld world) =>
        Number(request) is not { } id ? ApiAnswer.Failed(ContactErrors.NoTagId)
        : world.Contacts.RemoveTag(id) is { } problem ? ApiAnswer.Failed(ContactErrors.Of(problem))
        : ApiAnswer.Done("deleted");

    private static ApiAnswer Get(ApiRequest request, SimulatedWorld world)
    {
        if (Number(request) is not { } id)
            return ApiAnswer.Failed(ContactErrors.NoTagId);
        if (world.Contacts.FindTag(id) is not { } tag)
            return ApiAnswer.Failed(ContactErrors.Of(ContactRules.NoTag));
        var members = tag.UserIds.Select(world.FindMember).OfType<Member>().Where(member => request.Caller.Sees(world, member));
        var departments = tag.DepartmentIds.Where(each => world.Contacts.FindDepartment(each) is { } department && request.Caller.Sees(world, department));
        return ApiAnswer.Ok(
            ("tagname", tag.Name),
            ("userlist", new JsonArray([.. members.Select(member => new JsonObject { ["userid"] = member.UserId, ["name"] = member.Name })])),
            ("partylist", new JsonArray([.. departments.Select(each => JsonValue.Create(each))])));
    }

    private static ApiAnswer List(SimulatedWorld world) => ApiAnswer.Ok(
        ("taglist", new JsonArray([.. world.Contacts.Tags.Select(tag => new JsonObject { ["tagid"] = tag.Id, ["tagname"] = tag.Name })])));

    private static ApiAnswer Add(ApiRequest request, SimulatedWorld world) => Change(request, world, (tag, users, departments) => tag with
    {
        UserIds = [.. tag.UserIds, .. users],
        DepartmentIds = [.. tag.DepartmentIds, .. departments],
    });

    private static ApiAnswer Remove(ApiRequest request, SimulatedWorld world) => Change(request, world, (tag, users, departments) => tag with
    {
        UserIds = [.. tag.UserIds.Except(users, StringComparer.OrdinalIgnoreCase)],
        DepartmentIds = [.. tag.DepartmentIds.Except(departments)],
    });

    private static ApiAnswer Change(ApiRequest request, SimulatedWorld world, Func<Tag, IReadOnlyList<string>, IReadOnlyList<int>, Tag> change)
    {
        if (request.Body.Number("tagid") is not { } id)
            return ApiAnswer.Failed(ContactErrors.NoTagId);
        var users = request.Body.Texts("userlist") ?? [];
        var departments = request.Body.Numbers("partylist") ?? [];
        if (users.Count + departments.Count == 0)
            return ApiAnswer.Failed(ContactErrors.EmptyParameter);
        if (users.Count > MaxUsers || departments.Count > MaxDepartments)
            return ApiAnswer.Failed(ContactErrors.UserIdListLength);

        var (goodUsers, badUsers) = Split(users, each => world.FindMember(each) is { } member && request.Caller.Sees(world, member));
        var (goodDepartments, badDepartments) = Split(departments, each => world.Contacts.FindDepartment(each) is { } department && request.Caller.Sees(world, department));
        if (world.Contacts.FindTag(id) is not null && goodUsers.Count + goodDepartments.Count == 0)
            return ApiAnswer.Failed(ContactErrors.TagNobody);
        if (world.Contacts.ChangeTag(id, tag => change(tag, goodUsers, [.. goodDepartments.Select(each => (int)each)])) is { } problem)
            return ApiAnswer.Failed(ContactErrors.Of(problem));

        List<(string Name, JsonNode? Value)> invalid = [];
        if (badUsers.Count > 0)
            invalid.Add(("invalidlist", string.Join('|', badUsers)));
        if (badDepartments.Count > 0)
            invalid.Add(("invalidparty", new JsonArray([.. badDepartments.Select(each => JsonValue.Create(each))])));
        return invalid.Count == 0 ? ApiAnswer.Ok() : ApiAnswer.Done("invalid userlist and partylist failed", [.. invalid]);
    }

    private static (IReadOnlyList<T> Good, IReadOnlyList<T> Bad) Split<T>(IReadOnlyList<T> all, Func<T, bool> isGood) =>
        ([.. all.Where(isGood)], [.. all.Where(each => !isGood(each))]);

    private static int? Number(ApiRequest request) =>
        int.TryParse(request.Query("tagid"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
