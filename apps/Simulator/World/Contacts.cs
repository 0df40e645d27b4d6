using Hongyan.Simulator.Live;

namespace Hongyan.Simulator.World;

/// <summary>The company's contacts (通讯录): members, departments and tags. What it refuses changes nothing.</summary>
public sealed class Contacts(LiveFeed feed)
{
    private readonly Lock _lock = new();
    private IReadOnlyList<Member> _members = SampleWorld.Members;
    private IReadOnlyList<Department> _departments = SampleWorld.Departments;
    private IReadOnlyList<Tag> _tags = SampleWorld.Tags;

    /// <summary>The members, in the order in which they were added.</summary>
    public IReadOnlyList<Member> Members => Volatile.Read(ref _members);

    /// <summary>The departments, root first.</summary>
    public IReadOnlyList<Department> Departments => Volatile.Read(ref _departments);

    /// <summary>The tags.</summary>
    public IReadOnlyList<Tag> Tags => Volatile.Read(ref _tags);

    /// <summary>The member of this UserID, or null. Like the platform, it does not tell upper from lower case.</summary>
    public Member? FindMember(string userId) => Members.FirstOrDefault(member => member.IsCalled(userId));

    /// <summary>The department of this number, or null.</summary>
    public Department? FindDepartment(long id) => Departments.FirstOrDefault(department => department.Id == id);

    /// <summary>The tag of this number, or null.</summary>
    public Tag? FindTag(long id) => Tags.FirstOrDefault(tag => tag.Id == id);

    /// <summary>A department and all below it.</summary>
    public IReadOnlyList<Department> Below(int departmentId) =>
        [.. Departments.Where(each => each.Id == departmentId), .. Departments.Where(each => each.ParentId == departmentId).SelectMany(each => Below(each.Id))];

    /// <summary>The members of a department, with or without those of the departments below.</summary>
    public IReadOnlyList<Member> MembersOf(int departmentId, bool withBelow)
    {
        var ids = withBelow ? Below(departmentId).Select(each => each.Id).ToHashSet() : [departmentId];
        return [.. Members.Where(member => member.Departments.Any(each => ids.Contains(each.DepartmentId)))];
    }

    /// <summary>The members that have a tag, themselves or by their department.</summary>
    public IReadOnlyList<Member> MembersOf(Tag tag) =>
        [.. Members.Where(member => tag.UserIds.Any(member.IsCalled)).Concat(tag.DepartmentIds.SelectMany(id => MembersOf(id, withBelow: true))).Distinct()];

    /// <summary>Whether a scope holds a member.</summary>
    public bool IsVisible(Member member, VisibleScope scope) =>
        scope.UserIds.Any(member.IsCalled)
        || member.Departments.Any(each => FindDepartment(each.DepartmentId) is { } department && IsVisible(department, scope))
        || scope.TagIds.Any(id => FindTag(id) is { } tag && MembersOf(tag).Any(each => each.IsCalled(member.UserId)));

    /// <summary>Whether a scope holds a whole department: it names it, or one above it.</summary>
    public bool IsVisible(Department department, VisibleScope scope) =>
        scope.DepartmentIds.Contains(department.Id) || (FindDepartment(department.ParentId) is { } parent && IsVisible(parent, scope));

    /// <summary>Adds a member.</summary>
    public ContactProblem? Add(Member member)
    {
        lock (_lock)
        {
            if (FindMember(member.UserId) is not null)
                return ContactRules.MemberExists;
            if (ContactRules.FindProblem(member, _members, _departments) is { } problem)
                return problem;
            Save(ref _members, [.. _members, member]);
            return null;
        }
    }

    /// <summary>Changes a member; the UserID may become another one.</summary>
    public ContactProblem? ChangeMember(string userId, Func<Member, Member> change)
    {
        lock (_lock)
        {
            if (FindMember(userId) is not { } member)
                return ContactRules.NoMember;
            var changed = change(member);
            var others = _members.Where(each => each != member).ToList();
            if (others.Any(each => each.IsCalled(changed.UserId)))
                return ContactRules.MemberExists;
            if (ContactRules.FindProblem(changed, others, _departments) is { } problem)
                return problem;
            Save(ref _members, [.. _members.Select(each => each == member ? changed : each)]);
            return null;
        }
    }

    /// <summary>Deletes a member; the tags forget it.</summary>
    public ContactProblem? RemoveMember(string userId)
    {
        lock (_lock)
        {
            if (FindMember(userId) is not { } member)
                return ContactRules.NoMember;
            Save(ref _members, [.. _members.Where(each => each != member)]);
            Save(ref _tags, [.. _tags.Select(tag => tag with { UserIds = [.. tag.UserIds.Where(each => !member.IsCalled(each))] })]);
            return null;
        }
    }

    /// <summary>Adds a department; the number 0 asks for the next free one.</summary>
    /// <returns>The department with its number.</returns>
    public (Department? Added, ContactProblem? Problem) Add(Department department)
    {
        lock (_lock)
        {
            var added = department.Id != 0 ? department : department with { Id = _departments.Max(each => each.Id) + 1 };
            if (FindDepartment(added.Id) is not null)
                return (null, ContactRules.DepartmentIdTaken);
            if (ContactRules.FindProblem(added, _departments) is { } problem)
                return (null, problem);
            Save(ref _departments, [.. _departments, added]);
            return (added, null);
        }
    }

    /// <summary>Changes a department, but for its number.</summary>
    public ContactProblem? ChangeDepartment(long id, Func<Department, Department> change)
    {
        lock (_lock)
        {
            if (FindDepartment(id) is not { } department)
                return ContactRules.NoDepartment;
            var changed = change(department) with { Id = department.Id };
            if (ContactRules.FindProblem(changed, [.. _departments.Where(each => each != department)]) is { } problem)
                return problem;
            Save(ref _departments, [.. _departments.Select(each => each == department ? changed : each)]);
            return null;
        }
    }

    /// <summary>Deletes a department that is empty; the tags forget it.</summary>
    public ContactProblem? RemoveDepartment(long id)
    {
        lock (_lock)
        {
            if (FindDepartment(id) is not { } department)
                return ContactRules.NoDepartment;
            if (department.Id == Department.RootId)
                return ContactRules.RootStays;
            if (_departments.Any(each => each.ParentId == department.Id))
                return ContactRules.HasChildren;
            if (MembersOf(department.Id, withBelow: false).Count > 0)
                return ContactRules.HasMembers;
            Save(ref _departments, [.. _departments.Where(each => each != department)]);
            Save(ref _tags, [.. _tags.Select(tag => tag with { DepartmentIds = [.. tag.DepartmentIds.Where(each => each != department.Id)] })]);
            return null;
        }
    }

    /// <summary>Adds a tag; the number 0 asks for the next free one.</summary>
    /// <returns>The tag with its number.</returns>
    public (Tag? Added, ContactProblem? Problem) Add(Tag tag)
    {
        lock (_lock)
        {
            var added = tag.Id != 0 ? tag : tag with { Id = _tags.Select(each => each.Id).DefaultIfEmpty().Max() + 1 };
            if (FindTag(added.Id) is not null)
                return (null, ContactRules.TagIdTaken);
            if (ContactRules.FindProblem(added, _tags) is { } problem)
                return (null, problem);
            Save(ref _tags, [.. _tags, added]);
            return (added, null);
        }
    }

    /// <summary>Changes a tag's name or who has it. Members and departments that do not exist are left out.</summary>
    public ContactProblem? ChangeTag(long id, Func<Tag, Tag> change)
    {
        lock (_lock)
        {
            if (FindTag(id) is not { } tag)
                return ContactRules.NoTag;
            var changed = change(tag) with { Id = tag.Id };
            if (ContactRules.FindProblem(changed, _tags.Where(each => each != tag)) is { } problem)
                return problem;
            changed = changed with
            {
                UserIds = [.. changed.UserIds.Select(FindMember).OfType<Member>().Select(each => each.UserId).Distinct()],
                DepartmentIds = [.. changed.DepartmentIds.Where(each => FindDepartment(each) is not null).Distinct()],
            };
            Save(ref _tags, [.. _tags.Select(each => each == tag ? changed : each)]);
            return null;
        }
    }

    /// <summary>Deletes a tag.</summary>
    public ContactProblem? RemoveTag(long id)
    {
        lock (_lock)
        {
            if (FindTag(id) is not { } tag)
                return ContactRules.NoTag;
            Save(ref _tags, [.. _tags.Where(each => each != tag)]);
            return null;
        }
    }

    /// <summary>Back to the sample company.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            Volatile.Write(ref _members, SampleWorld.Members);
            Volatile.Write(ref _departments, SampleWorld.Departments);
            Volatile.Write(ref _tags, SampleWorld.Tags);
        }
    }

    private void Save<T>(ref IReadOnlyList<T> list, IReadOnlyList<T> changed)
    {
        Volatile.Write(ref list, changed);
        feed.Publish(this);
    }
}
