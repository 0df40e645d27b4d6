using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>The contacts (通讯录) as the company's console shows them.</summary>
/// <param name="Secret">Secret of 通讯录同步: changes the contacts by the API and sends nothing.</param>
/// <param name="Members">The members.</param>
/// <param name="Departments">The departments, root first.</param>
/// <param name="Tags">The tags.</param>
public sealed record ContactsView(
    string Secret, IReadOnlyList<MemberDetailView> Members, IReadOnlyList<Department> Departments, IReadOnlyList<Tag> Tags)
{
    /// <summary>Shows them.</summary>
    public static ContactsView Of(Contacts contacts) => new(
        SampleWorld.ContactsSecret, [.. contacts.Members.Select(MemberDetailView.Of)], contacts.Departments, contacts.Tags);
}
