using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>A customer and the members who have this customer.</summary>
/// <param name="ExternalUserId">external_userid.</param>
/// <param name="Name">The nickname in WeChat.</param>
/// <param name="Gender">0 unknown, 1 male, 2 female.</param>
/// <param name="UnionId">unionid.</param>
/// <param name="RefusesService">Whether messages of the customer service are refused.</param>
/// <param name="Members">Who has this customer.</param>
public sealed record CustomerView(
    string ExternalUserId, string Name, int Gender, string UnionId, bool RefusesService, IReadOnlyList<CustomerFollow> Members)
{
    /// <summary>Shows a customer.</summary>
    public static CustomerView Of(Customer customer, CustomerBook book) => new(
        customer.ExternalUserId, customer.Name, customer.Gender, customer.UnionId, customer.RefusesService,
        [.. book.Follows.Where(follow => follow.ExternalUserId == customer.ExternalUserId)]);
}
