using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>/cgi-bin/department/… (部门管理).</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90205 to 90208, 95350, 95351.</remarks>
internal static class DepartmentApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.Call("POST /department/create", ApiModule.ContactsWrite, Create);
        api.Call("POST /department/update", ApiModule.ContactsWrite, Update);
        api.Call("GET /department/delete", ApiModule.ContactsWrite, Delete);
        api.Call("GET /department/list", ApiModule.ContactsRead,
            (ApiRequest request, SimulatedWorld world) => List(request, world, "department", department => FieldsOf(department, world)));
        api.Call("GET /department/simplelist", ApiModule.ContactsRead,
            (ApiRequest request, SimulatedWorld world) => List(request, world, "department_id", Place));
        api.Call("GET /department/get", ApiModule.ContactsRead, Get);
    }

    private static ApiAnswer Create(ApiRequest request, SimulatedWorld world)
    {
        var body = request.Read<DepartmentBody>();
        if (body.Id is < 1 || body.Order is < 0 or > uint.MaxValue)
            return ApiAnswer.Failed(ContactErrors.WrongParameter);
        var (added, problem) = world.Contacts.Add(body.ApplyTo(new(body.Id ?? 0, "", 0)));
        return problem is not null ? ApiAnswer.Failed(ContactErrors.Of(problem)) : ApiAnswer.Done("created", ("id", added!.Id));
    }

    private static ApiAnswer Update(ApiRequest request, SimulatedWorld world)
    {
        var body = request.Read<DepartmentBody>();
        if (body.Id is not { } id)
            return ApiAnswer.Failed(ContactErrors.NoDepartmentId);
        if (body.Order is < 0 or > uint.MaxValue)
            return ApiAnswer.Failed(ContactErrors.WrongParameter);
        return world.Contacts.ChangeDepartment(id, body.ApplyTo) is { } problem ? ApiAnswer.Failed(ContactErrors.Of(problem)) : ApiAnswer.Done("updated");
    }

    private static ApiAnswer Delete(ApiRequest request, SimulatedWorld world) =>
        Number(request) is not { } id ? ApiAnswer.Failed(ContactErrors.NoDepartmentId)
        : world.Contacts.RemoveDepartment(id) is { } problem ? ApiAnswer.Failed(ContactErrors.Of(problem))
        : ApiAnswer.Done("deleted");

    private static ApiAnswer Get(ApiRequest request, SimulatedWorld world) =>
        Number(request) is not { } id ? ApiAnswer.Failed(ContactErrors.NoDepartmentId)
        : world.Contacts.FindDepartment(id) is not { } department ? ApiAnswer.Failed(ContactErrors.Of(ContactRules.NoDepartment))
        : !request.Caller.Sees(world, department) ? ApiAnswer.Failed(ContactErrors.NotInScope)
        : ApiAnswer.Ok(("department", FieldsOf(department, world)));

    private static ApiAnswer List(ApiRequest request, SimulatedWorld world, string name, Func<Department, JsonObject> write)
    {
        IEnumerable<Department> found = world.Departments;
        if (request.Query("id") is not null)
        {
            if (Number(request) is not { } id || world.Contacts.FindDepartment(id) is not { } department)
                return ApiAnswer.Failed(ContactErrors.Of(ContactRules.NoDepartment));
            if (!request.Caller.Sees(world, department))
                return ApiAnswer.Failed(ContactErrors.NotInScope);
            found = world.Contacts.Below(department.Id);
        }
        return ApiAnswer.Ok((name, new JsonArray([.. found.Where(each => request.Caller.Sees(world, each)).Select(write)])));
    }

    private static int? Number(ApiRequest request) =>
        int.TryParse(request.Query("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static JsonObject FieldsOf(Department department, SimulatedWorld world)
    {
        var leaders = world.Members.Where(member => member.Departments.Any(each => each.DepartmentId == department.Id && each.IsLeader));
        var fields = Place(department);
        fields["name"] = department.Name;
        fields["name_en"] = department.NameEn;
        fields["department_leader"] = new JsonArray([.. leaders.Select(leader => JsonValue.Create(leader.UserId))]);
        return fields;
    }

    private static JsonObject Place(Department department) =>
        new() { ["id"] = department.Id, ["parentid"] = department.ParentId, ["order"] = department.Order };

    private sealed record DepartmentBody
    {
        public int? Id { get; init; }

        public string? Name { get; init; }

        public string? NameEn { get; init; }

        [JsonPropertyName("parentid")]
        public int? ParentId { get; init; }

        public long? Order { get; init; }

        public Department ApplyTo(Department department) => department with
        {
            Name = Name ?? department.Name,
            NameEn = NameEn ?? department.NameEn,
            ParentId = ParentId ?? department.ParentId,
            Order = Order ?? department.Order,
        };
    }
}
