using System.Buffers;
using System.Text.RegularExpressions;

namespace Hongyan.Simulator.World;

/// <summary>What the platform asks of members, departments and tags.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90195, 90205, 90210; codes: 90313.</remarks>
internal static partial class ContactRules
{
    private const int MaxName = 64;
    private const int MaxPosition = 128;
    private const int MaxMemberships = 100;
    private const int MaxTagName = 32;
    private const int MaxLevels = 15;
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("\\:*?\"<>|");

    public static readonly ContactProblem NoMember = new(60111, "userid not found", "userId", "NoMember");
    public static readonly ContactProblem MemberExists = new(60102, "userid existed", "userId", "MemberExists");
    public static readonly ContactProblem NoDepartment = new(60003, "department not found", "id", "NoDepartment");
    public static readonly ContactProblem DepartmentIdTaken = new(60008, "department existed", "id", "DepartmentExists");
    public static readonly ContactProblem RootStays = new(60007, "not allowed to delete root party", "id", "RootStays");
    public static readonly ContactProblem HasMembers = new(60005, "department not empty, contains user", "id", "HasMembers");
    public static readonly ContactProblem HasChildren = new(60006, "department not empty, contains sub department", "id", "HasChildren");
    public static readonly ContactProblem NoTag = new(40068, "invalid tagid", "id", "NoTag");
    public static readonly ContactProblem TagIdTaken = new(40068, "invalid tagid", "id", "TagIdTaken");

    /// <summary>The first thing that is wrong with a member, or null. Others are everybody else.</summary>
    public static ContactProblem? FindProblem(Member member, IEnumerable<Member> others, IReadOnlyCollection<Department> departments)
    {
        if (!UserId().IsMatch(member.UserId))
            return new(40003, "invalid userid", "userId", "UserId");
        if (member.Name.Length is 0 or > MaxName)
            return new(60112, "invalid name", "name", "Name");
        if (member.Alias.Length > MaxName)
            return new(60112, "invalid alias", "alias", "Name");
        if (member.Position.Length > MaxPosition)
            return new(40058, "position exceed max length 128", "position", "Position");
        return FindMembershipProblem(member, departments) ?? FindAddressProblem(member, others);
    }

    /// <summary>The first thing that is wrong with a department, or null. Others are all the rest.</summary>
    public static ContactProblem? FindProblem(Department department, IReadOnlyCollection<Department> others)
    {
        if (department.Name.Length is 0 or > MaxName || department.NameEn.Length > MaxName)
            return new(60001, "invalid department name length", "name", "Name");
        if (department.Name.AsSpan().ContainsAny(NotInNames))
            return new(60009, "invalid department name", "name", "DepartmentName");
        if (department.Id == Department.RootId)
            return department.ParentId == 0 ? null : new(60010, "department cycle", "parentId", "Cycle");
        if (others.Any(other => other.ParentId == department.ParentId && other.Name == department.Name))
            return new(60008, "department existed", "name", "DepartmentExists");

        var level = 1;
        for (var above = department.ParentId; above != 0; level++)
        {
            if (above == department.Id)
                return new(60010, "department cycle", "parentId", "Cycle");
            if (others.FirstOrDefault(other => other.Id == above) is not { } parent)
                return new(60004, "parent department not found", "parentId", "NoParent");
            above = parent.ParentId;
        }
        return level == 1 ? new(60004, "parent department not found", "parentId", "NoParent")
            : level > MaxLevels ? new(81002, "department level exceed limit", "parentId", "Levels")
            : null;
    }

    /// <summary>The first thing that is wrong with a tag, or null. Others are all the rest.</summary>
    public static ContactProblem? FindProblem(Tag tag, IEnumerable<Tag> others) =>
        tag.Name.Length is 0 or > MaxTagName ? new(40072, "invalid tag name length", "name", "TagName")
        : others.Any(other => other.Name == tag.Name) ? new(40071, "tag name existed", "name", "TagExists")
        : null;

    private static ContactProblem? FindMembershipProblem(Member member, IReadOnlyCollection<Department> departments) =>
        member.Departments.Count == 0 ? new(60127, "missing department", "departments", "NoMembership")
        : member.Departments.Count > MaxMemberships ? new(60110, "user in too many departments", "departments", "Memberships")
        : !member.Departments.All(each => departments.Any(department => department.Id == each.DepartmentId))
            || member.Departments.DistinctBy(each => each.DepartmentId).Count() < member.Departments.Count
            ? new(60123, "invalid party id", "departments", "Membership")
        : !member.Departments.Any(each => each.DepartmentId == member.MainDepartment) ? new(60123, "invalid main department", "mainDepartment", "MainDepartment")
        : null;

    private static ContactProblem? FindAddressProblem(Member member, IEnumerable<Member> others)
    {
        if (member.Mobile.Length > 0 && !Mobile().IsMatch(member.Mobile))
            return new(60103, "invalid mobile", "mobile", "Mobile");
        if (member.Email.Length > 0 && !Email().IsMatch(member.Email))
            return new(60105, "invalid email", "email", "Email");
        foreach (var other in others)
        {
            if (member.Mobile.Length > 0 && other.Mobile == member.Mobile)
                return new(60104, "mobile existed", "mobile", "MobileExists");
            if (member.Email.Length > 0 && string.Equals(other.Email, member.Email, StringComparison.OrdinalIgnoreCase))
                return new(60106, "email existed", "email", "EmailExists");
        }
        return null;
    }

    [GeneratedRegex(@"^[0-9A-Za-z][0-9A-Za-z_\-@.]{0,63}\z")]
    private static partial Regex UserId();

    [GeneratedRegex(@"^\+?[0-9\-]{5,20}\z")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^(?=.{6,64}\z)[^\s@]+@[^\s@]+\.[^\s@]+\z")]
    private static partial Regex Email();
}
