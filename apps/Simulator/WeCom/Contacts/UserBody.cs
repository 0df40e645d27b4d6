using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>The body of user/create and user/update. What is absent stays as it is.</summary>
internal sealed record UserBody
{
    private const int MaxDirectLeaders = 5;

    [JsonPropertyName("userid")]
    public string? UserId { get; init; }

    [JsonPropertyName("new_userid")]
    public string? NewUserId { get; init; }

    public string? Name { get; init; }

    public string? Alias { get; init; }

    public string? Mobile { get; init; }

    public string? Email { get; init; }

    public string? BizMail { get; init; }

    public string? Position { get; init; }

    public int? Gender { get; init; }

    public string? Telephone { get; init; }

    public string? Address { get; init; }

    public IReadOnlyList<int>? Department { get; init; }

    public IReadOnlyList<long>? Order { get; init; }

    public IReadOnlyList<int>? IsLeaderInDept { get; init; }

    public int? MainDepartment { get; init; }

    public IReadOnlyList<string>? DirectLeader { get; init; }

    public int? Enable { get; init; }

    [JsonPropertyName("avatar_mediaid")]
    public string? AvatarMediaId { get; init; }

    /// <summary>Where the picture of that media id is.</summary>
    [JsonIgnore]
    public string? AvatarUrl { get; init; }

    public JsonObject? Extattr { get; init; }

    public string? ExternalPosition { get; init; }

    /// <summary>What the contacts do not check by themselves.</summary>
    public ApiError? FindProblem(MediaStore media)
    {
        if (Gender is not (null or 0 or 1 or 2) || Enable is not (null or 0 or 1))
            return ContactErrors.WrongParameter;
        // The lists go along with the departments.
        if ((Order is { } order && (order.Count != (Department?.Count ?? order.Count) || order.Any(each => each is < 0 or > uint.MaxValue)))
            || (IsLeaderInDept is { } leads && leads.Count != (Department?.Count ?? leads.Count))
            || DirectLeader is { Count: > MaxDirectLeaders })
            return ContactErrors.WrongParameter;
        return AvatarMediaId is { Length: > 0 } avatar && media.FindValid(avatar) is null ? WeComErrors.WrongMediaId : null;
    }

    public Member ApplyTo(Member member) => member with
    {
        Name = Name ?? member.Name,
        Alias = Alias ?? member.Alias,
        Mobile = Mobile?.Replace("+86", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) ?? member.Mobile,
        Email = Email ?? member.Email,
        BizMail = BizMail ?? member.BizMail,
        Position = Position ?? member.Position,
        Gender = (MemberGender?)Gender ?? member.Gender,
        Telephone = Telephone ?? member.Telephone,
        Address = Address ?? member.Address,
        Avatar = AvatarUrl ?? member.Avatar,
        Departments = Department is null ? member.Departments : [.. Department.Select((id, index) => new Membership(
            id, Order?.ElementAtOrDefault(index) ?? 0, IsLeaderInDept?.ElementAtOrDefault(index) == 1))],
        // Who moves leaves the old main department behind.
        MainDepartment = MainDepartment ?? (member.Departments.Count == 0 || Department?.Contains(member.MainDepartment) == false ? 0 : member.MainDepartment),
        DirectLeaders = DirectLeader ?? member.DirectLeaders,
        Status = (Enable, member.Status) switch
        {
            (0, not MemberStatus.Left) => MemberStatus.Disabled,
            (1, MemberStatus.Disabled) => MemberStatus.Active,
            _ => member.Status,
        },
        ExtendedAttributes = Extattr ?? member.ExtendedAttributes,
        ExternalPosition = ExternalPosition ?? member.ExternalPosition,
    };
}
