using System.Globalization;
using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>A member as the API writes one.</summary>
internal static class UserFields
{
    /// <summary>
    /// All fields, as this caller sees them: apps that are made today do not see mobile, e-mail, gender, avatar, telephone and address
    /// (since June 2022); 通讯录同步 does.
    /// </summary>
    public static IEnumerable<(string Name, JsonNode? Value)> Of(Member member, ApiCaller caller)
    {
        yield return ("userid", member.UserId);
        yield return ("name", member.Name);
        yield return ("department", Numbers(member.Departments.Select(each => (long)each.DepartmentId)));
        yield return ("order", Numbers(member.Departments.Select(each => each.Order)));
        yield return ("position", member.Position);
        yield return ("is_leader_in_dept", Numbers(member.Departments.Select(each => each.IsLeader ? 1L : 0L)));
        yield return ("direct_leader", new JsonArray([.. member.DirectLeaders.Select(leader => JsonValue.Create(leader))]));
        yield return ("main_department", member.MainDepartment);
        yield return ("alias", member.Alias);
        yield return ("status", (int)member.Status);
        yield return ("enable", member.Status == MemberStatus.Disabled ? 0 : 1);
        yield return ("extattr", member.ExtendedAttributes?.DeepClone() ?? new JsonObject { ["attrs"] = new JsonArray() });
        yield return ("external_position", member.ExternalPosition);
        if (caller.App is not null)
            yield break;
        foreach (var field in Private(member))
            yield return field;
        yield return ("telephone", member.Telephone);
    }

    /// <summary>What a member is asked for at a sign-in with snsapi_privateinfo.</summary>
    public static IEnumerable<(string Name, JsonNode? Value)> Private(Member member)
    {
        yield return ("gender", ((int)member.Gender).ToString(CultureInfo.InvariantCulture));
        yield return ("avatar", member.Avatar);
        yield return ("qr_code", $"https://open.work.weixin.qq.com/wwopen/userQRCode?vcode=simulated-{Uri.EscapeDataString(member.UserId)}");
        yield return ("mobile", member.Mobile);
        yield return ("email", member.Email);
        yield return ("biz_mail", member.BizMail);
        yield return ("address", member.Address);
    }

    /// <summary>The fields of a simple list.</summary>
    public static IEnumerable<(string Name, JsonNode? Value)> Briefly(Member member)
    {
        yield return ("userid", member.UserId);
        yield return ("name", member.Name);
        yield return ("department", Numbers(member.Departments.Select(each => (long)each.DepartmentId)));
    }

    public static JsonObject Join(IEnumerable<(string Name, JsonNode? Value)> fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static JsonArray Numbers(IEnumerable<long> numbers) => new([.. numbers.Select(number => JsonValue.Create(number))]);
}
