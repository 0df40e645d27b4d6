using System.Globalization;
using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>Who gets a message: members, departments, tags, or everyone. They add up: <c>Recipients.User("zhangsan") with { TagIds = [3] }</c>.</summary>
public sealed record Recipients
{
    private const string EveryoneWord = "@all";
    private const int MaxUsers = 1000;
    private const int MaxDepartments = 100;
    private const int MaxTags = 100;

    private Recipients()
    {
    }

    /// <summary>Everyone in the application's visible range (可见范围).</summary>
    public static Recipients Everyone { get; } = new() { IsEveryone = true };

    /// <summary>User ids (userid) of members; max. 1000.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>Ids of departments (部门), with all below them; max. 100.</summary>
    public IReadOnlyList<int> DepartmentIds { get; init; } = [];

    /// <summary>Ids of tags (标签); max. 100.</summary>
    public IReadOnlyList<int> TagIds { get; init; } = [];

    /// <summary>Whether everyone gets it, whoever else is named.</summary>
    public bool IsEveryone { get; private init; }

    /// <summary>One member.</summary>
    public static Recipients User(string userId) => new() { UserIds = [userId] };

    /// <summary>Several members.</summary>
    public static Recipients Users(params IReadOnlyList<string> userIds) => new() { UserIds = userIds };

    /// <summary>The members of departments, and of all departments below them.</summary>
    public static Recipients Departments(params IReadOnlyList<int> departmentIds) => new() { DepartmentIds = departmentIds };

    /// <summary>The members who have one of the tags.</summary>
    public static Recipients Tags(params IReadOnlyList<int> tagIds) => new() { TagIds = tagIds };

    internal void Check(LimitCheck check)
    {
        check.AnyOf("Recipients.UserIds, Recipients.DepartmentIds, Recipients.TagIds", IsEveryone || UserIds.Count + DepartmentIds.Count + TagIds.Count > 0);
        check.Count("Recipients.UserIds", UserIds.Count, 0, MaxUsers);
        check.Count("Recipients.DepartmentIds", DepartmentIds.Count, 0, MaxDepartments);
        check.Count("Recipients.TagIds", TagIds.Count, 0, MaxTags);
        for (var i = 0; i < UserIds.Count; i++)
        {
            // A bar would make two members of one, @all everyone.
            var isName = !string.IsNullOrEmpty(UserIds[i]) && !UserIds[i].Contains('|', StringComparison.Ordinal) && UserIds[i] != EveryoneWord;
            if (!isName)
                throw new ArgumentException($"Recipients.UserIds[{i}] is not a user id; Recipients.Everyone is for everyone.", $"Recipients.UserIds[{i}]");
        }
    }

    /// <summary>As a message has it: texts with bars between.</summary>
    internal void WriteForMessage(Utf8JsonWriter json)
    {
        json.WriteOptional("touser"u8, IsEveryone ? EveryoneWord : string.Join('|', UserIds));
        json.WriteOptional("toparty"u8, Join(DepartmentIds));
        json.WriteOptional("totag"u8, Join(TagIds));
    }

    /// <summary>As an update of a card has it: lists.</summary>
    internal void WriteForUpdate(Utf8JsonWriter json)
    {
        json.WriteStrings("userids"u8, UserIds);
        json.WriteNumbers("partyids"u8, DepartmentIds);
        json.WriteNumbers("tagids"u8, TagIds);
        json.WriteNumber("atall"u8, IsEveryone ? 1 : 0);
    }

    private static string Join(IReadOnlyList<int> ids) => string.Join('|', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
}
