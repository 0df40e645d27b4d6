using System.Buffers;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>What the platform takes for members, departments and tags, checked before a call.</summary>
internal static class ContactLimits
{
    private const int MaxName = 64;
    private const int MaxUserIdBytes = 64;

    private static readonly SearchValues<char> UserIdCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-@.");

    public static void Check(NewUser user)
    {
        var check = new LimitCheck("a new member", "https://developer.work.weixin.qq.com/document/path/90195");
        UserId(check, "NewUser.UserId", user.UserId);
        check.Required("NewUser.Name", user.Name);
        check.Characters("NewUser.Name", user.Name, MaxName);
        check.Characters("NewUser.Alias", user.Alias, MaxName);
        check.Characters("NewUser.Position", user.Position, 128);
        check.Count("NewUser.Departments", user.Departments.Count, 1, 100);
        check.AnyOf("NewUser.Mobile, NewUser.Email", !string.IsNullOrEmpty(user.Mobile) || !string.IsNullOrEmpty(user.Email));
        check.Optional("NewUser.Email", user.Email, 64);
    }

    public static void Check(UserChanges changes)
    {
        var check = new LimitCheck("a change of a member", "https://developer.work.weixin.qq.com/document/path/90197");
        check.Required("UserChanges.UserId", changes.UserId);
        if (changes.NewUserId is not null)
            UserId(check, "UserChanges.NewUserId", changes.NewUserId);
        if (changes.Name is not null)
            check.Required("UserChanges.Name", changes.Name);
        check.Characters("UserChanges.Name", changes.Name, MaxName);
        check.Characters("UserChanges.Alias", changes.Alias, MaxName);
        check.Characters("UserChanges.Position", changes.Position, 128);
        if (changes.Departments is not null)
            check.Count("UserChanges.Departments", changes.Departments.Count, 1, 100);
        check.Optional("UserChanges.Email", changes.Email, 64);
    }

    public static void Check(Invitation invitation)
    {
        var check = new LimitCheck("an invitation", "https://developer.work.weixin.qq.com/document/path/90975");
        check.AnyOf(
            "Invitation.UserIds, Invitation.DepartmentIds, Invitation.TagIds",
            invitation.UserIds.Count + invitation.DepartmentIds.Count + invitation.TagIds.Count > 0);
        check.Count("Invitation.UserIds", invitation.UserIds.Count, 0, 1000);
        check.Count("Invitation.DepartmentIds", invitation.DepartmentIds.Count, 0, 100);
        check.Count("Invitation.TagIds", invitation.TagIds.Count, 0, 100);
    }

    public static void Check(NewDepartment department)
    {
        var check = new LimitCheck("a new department", "https://developer.work.weixin.qq.com/document/path/90205");
        DepartmentName(check, "NewDepartment.Name", department.Name);
        check.Characters("NewDepartment.EnglishName", department.EnglishName, MaxName);
        if (department.Id is { } id)
            check.Range("NewDepartment.Id", id, 2, int.MaxValue);
    }

    public static void Check(DepartmentChanges changes)
    {
        var check = new LimitCheck("a change of a department", "https://developer.work.weixin.qq.com/document/path/90206");
        if (changes.Name is not null)
            DepartmentName(check, "DepartmentChanges.Name", changes.Name);
        check.Characters("DepartmentChanges.EnglishName", changes.EnglishName, MaxName);
    }

    public static void CheckTagName(string name)
    {
        var check = new LimitCheck("a tag", "https://developer.work.weixin.qq.com/document/path/90210");
        check.Required(nameof(name), name);
        check.Characters(nameof(name), name, 32);
    }

    public static void Check(TagChange change)
    {
        var check = new LimitCheck("a change of who has a tag", "https://developer.work.weixin.qq.com/document/path/90214");
        check.AnyOf("TagChange.UserIds, TagChange.DepartmentIds", change.UserIds.Count + change.DepartmentIds.Count > 0);
        check.Count("TagChange.UserIds", change.UserIds.Count, 0, 1000);
        check.Count("TagChange.DepartmentIds", change.DepartmentIds.Count, 0, 100);
    }

    public static void CheckDeletion(IReadOnlyCollection<string> userIds) =>
        new LimitCheck("a deletion of members", "https://developer.work.weixin.qq.com/document/path/90199")
            .Count(nameof(userIds), userIds.Count, 1, 200);

    private static void UserId(LimitCheck check, string field, string userId)
    {
        check.Required(field, userId, MaxUserIdBytes);
        var others = userId.Count(character => !UserIdCharacters.Contains(character)) + (char.IsAsciiLetterOrDigit(userId[0]) ? 0 : 1);
        if (others > 0)
        {
            throw new FieldLimitException(field, 0, others,
                $"{field} has {others} characters that are not allowed there; it begins with a letter or digit and takes letters, digits, '_', '-', '@' and '.' "
                + "(https://developer.work.weixin.qq.com/document/path/90195).");
        }
    }

    private static void DepartmentName(LimitCheck check, string field, string name)
    {
        check.Required(field, name);
        check.Characters(field, name, MaxName);
        var others = name.Count(character => "\\:*?\"<>|".Contains(character, StringComparison.Ordinal));
        if (others > 0)
        {
            throw new FieldLimitException(field, 0, others,
                $"{field} has {others} characters that a department's name does not take: \\ : * ? \" < > | (https://developer.work.weixin.qq.com/document/path/90205).");
        }
    }
}
