using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>Everything about a member.</summary>
public sealed record MemberDetailView(
    string UserId, string Name, string Alias, string Mobile, string Email, string Position, MemberGender Gender,
    IReadOnlyList<Membership> Departments, int MainDepartment, IReadOnlyList<string> DirectLeaders, MemberStatus Status)
{
    /// <summary>Shows a member.</summary>
    public static MemberDetailView Of(Member member) => new(
        member.UserId, member.Name, member.Alias, member.Mobile, member.Email, member.Position, member.Gender,
        member.Departments, member.MainDepartment, member.DirectLeaders, member.Status);
}
