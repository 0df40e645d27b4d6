using System.Globalization;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Whom a call means, and whom of them it cannot reach: unknown, or outside the app's visible range (可见范围).</summary>
internal sealed record Audience
{
    /// <summary>Who gets it.</summary>
    public required IReadOnlyList<Member> Members { get; init; }

    /// <summary>UserIDs that are none, in lower case as the platform answers them.</summary>
    public IReadOnlyList<string> InvalidUsers { get; init; } = [];

    /// <summary>Departments that are none.</summary>
    public IReadOnlyList<string> InvalidDepartments { get; init; } = [];

    /// <summary>Tags that are none.</summary>
    public IReadOnlyList<string> InvalidTags { get; init; } = [];

    /// <summary>Whether nobody and nothing of what was named is valid.</summary>
    public required bool IsNobody { get; init; }

    /// <summary>Everybody who sees the app.</summary>
    public static Audience Everybody(SimulatedWorld world, WeComApp app) =>
        new() { Members = [.. world.Members.Where(member => world.IsVisible(app, member))], IsNobody = false };

    /// <summary>Those who are named.</summary>
    public static Audience Of(
        SimulatedWorld world, WeComApp app, IReadOnlyList<string> users, IReadOnlyList<string> departments, IReadOnlyList<string> tags)
    {
        var members = new List<Member>();
        var valid = 0;

        List<string> invalidUsers = [];
        foreach (var user in users.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (world.FindMember(user) is { } member && world.IsVisible(app, member))
                (members, valid) = (Append(members, member), valid + 1);
            else
                invalidUsers.Add(user.ToLowerInvariant());
        }

        List<string> invalidDepartments = [];
        foreach (var text in departments.Distinct())
        {
            if (Number(text) is { } id && world.Contacts.FindDepartment(id) is { } department && world.Contacts.IsVisible(department, app.Scope))
                (members, valid) = (Append(members, [.. world.Contacts.MembersOf(department.Id, withBelow: true)]), valid + 1);
            else
                invalidDepartments.Add(text);
        }

        List<string> invalidTags = [];
        foreach (var text in tags.Distinct())
        {
            if (Number(text) is { } id && world.Contacts.FindTag(id) is { } tag)
                (members, valid) = (Append(members, [.. world.Contacts.MembersOf(tag)]), valid + 1);
            else
                invalidTags.Add(text);
        }

        return new()
        {
            Members = [.. members.DistinctBy(member => member.UserId).Where(member => world.IsVisible(app, member))],
            InvalidUsers = invalidUsers,
            InvalidDepartments = invalidDepartments,
            InvalidTags = invalidTags,
            IsNobody = valid == 0,
        };
    }

    private static List<Member> Append(List<Member> members, params IReadOnlyList<Member> more)
    {
        members.AddRange(more);
        return members;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
