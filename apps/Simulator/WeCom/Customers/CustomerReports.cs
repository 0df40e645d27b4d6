using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>What members and customers do to each other, and telling every app that is let into 客户联系 and may see the member.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/92130.</remarks>
internal sealed class CustomerReports(SimulatedWorld world, CustomerBook book, WelcomeCodes codes, SimulatedClock clock, DeliveryEngine engine)
{
    /// <summary>A customer and a member get in touch; null when they are already.</summary>
    /// <returns>The deliveries to the apps.</returns>
    public IReadOnlyList<Delivery>? Add(Customer customer, Member member, string state, bool isHalf = false)
    {
        var follow = new CustomerFollow { UserId = member.UserId, ExternalUserId = customer.ExternalUserId, CreatedAt = clock.Now, State = state };
        if (!book.TryAdd(follow))
            return null;
        var code = codes.Issue(member.UserId, customer.ExternalUserId);
        return Report(member, customer, isHalf ? "add_half_external_contact" : "add_external_contact", xml =>
        {
            if (state.Length > 0)
                xml.Text("State", state);
            xml.Text("WelcomeCode", code);
        });
    }

    /// <summary>A member deletes a customer; null when the member does not have this customer.</summary>
    public IReadOnlyList<Delivery>? DeleteByMember(Customer customer, Member member) =>
        book.Remove(member.UserId, customer.ExternalUserId) ? Report(member, customer, "del_external_contact", _ => { }) : null;

    /// <summary>A customer deletes a member; the member still has the customer, as on the platform.</summary>
    public IReadOnlyList<Delivery>? DeleteByCustomer(Customer customer, Member member) =>
        book.FindFollow(member.UserId, customer.ExternalUserId) is null ? null : Report(member, customer, "del_follow_user", _ => { });

    private List<Delivery> Report(Member member, Customer customer, string changeType, Action<PlaintextWriter> more) =>
    [
        .. world.Apps.Where(app => app.Modules.Contains(ApiModule.CustomerContact) && world.IsVisible(app, member))
            .Select(app => engine.Send(WeComOutgoing.Report(app, "change_external_contact", time => WeComPlaintext.WriteReport(app, "sys", time, "change_external_contact", xml =>
            {
                xml.Text("ChangeType", changeType).Text("UserID", member.UserId).Text("ExternalUserID", customer.ExternalUserId);
                more(xml);
            })))),
    ];
}
