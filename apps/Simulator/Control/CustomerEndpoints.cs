using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>客户联系 as people do it: customers, who has them, and groups of customers.</summary>
internal static class CustomerEndpoints
{
    private const int MaxNameLength = 32;
    private const int MaxStateLength = 30;

    public static void Map(RouteGroupBuilder sim)
    {
        var customers = sim.MapGroup("/customers").WithTags("customers");
        customers.MapGet("", (CustomerBook book) => book.All.Select(customer => CustomerView.Of(customer, book)))
            .WithSummary("客户，以及哪些成员加了他。The customers and the members who have them.");
        customers.MapPost("", Add)
            .WithSummary("新增一位微信客户。Adds somebody in WeChat.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        customers.MapPatch("/{externalUserId}", Change)
            .WithSummary("客户是否拒收客服消息。Whether the customer refuses messages of the customer service.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        customers.MapPost("/{externalUserId}/members/{userId}", Meet)
            .WithSummary("客户添加成员：发 add_external_contact 给有「客户联系」权限的应用。Customer and member get in touch; the apps are told, with a WelcomeCode.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        customers.MapDelete("/{externalUserId}/members/{userId}", Part)
            .WithSummary("删除：by=member 成员删除客户，by=customer 客户删除成员。One deletes the other; the apps are told.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        var groups = sim.MapGroup("/customer-groups").WithTags("customers");
        groups.MapGet("", (CustomerBook book) => book.Groups)
            .WithSummary("客户群。The groups of customers.");
        groups.MapPost("", AddGroup)
            .WithSummary("新建客户群。Makes a group of customers.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Results<Ok<CustomerView>, ProblemHttpResult> Add(NewCustomer given, CustomerBook book, Wording wording)
    {
        if (string.IsNullOrWhiteSpace(given.Name) || given.Name.Length > MaxNameLength)
            return ControlProblem.Field(wording, "name", wording["Problem_CustomerName", MaxNameLength]);
        if (given.Gender is < 0 or > 2)
            return ControlProblem.Field(wording, "gender", wording["Problem_Gender"]);
        return TypedResults.Ok(CustomerView.Of(book.Add(given.Name.Trim(), given.Gender), book));
    }

    private static Results<Ok<CustomerView>, ProblemHttpResult> Change(string externalUserId, CustomerSettings given, CustomerBook book, Wording wording)
    {
        if (book.Find(externalUserId) is not { } customer)
            return ControlProblem.NoCustomer(wording, externalUserId);
        var changed = customer with { RefusesService = given.RefusesService };
        book.Save(changed);
        return TypedResults.Ok(CustomerView.Of(changed, book));
    }

    private static Results<Ok<IEnumerable<SentView>>, ProblemHttpResult> Meet(
        string externalUserId, string userId, NewFollow given, CustomerBook book, SimulatedWorld world, CustomerReports reports, Wording wording)
    {
        if (book.Find(externalUserId) is not { } customer)
            return ControlProblem.NoCustomer(wording, externalUserId);
        if (world.FindMember(userId) is not { } member)
            return ControlProblem.NoMember(wording, userId);
        if (given.State.Length > MaxStateLength)
            return ControlProblem.Field(wording, "state", wording["Problem_State", MaxStateLength]);
        return reports.Add(customer, member, given.State, given.IsHalf) is { } deliveries
            ? TypedResults.Ok(deliveries.Select(delivery => new SentView(delivery.MessageId, delivery.Id)))
            : ControlProblem.Field(wording, "userId", wording["Problem_Followed", member.Name, customer.Name]);
    }

    private static Results<Ok<IEnumerable<SentView>>, ProblemHttpResult> Part(
        string externalUserId, string userId, CustomerBook book, SimulatedWorld world, CustomerReports reports, Wording wording, string by = "member")
    {
        if (book.Find(externalUserId) is not { } customer)
            return ControlProblem.NoCustomer(wording, externalUserId);
        if (world.FindMember(userId) is not { } member)
            return ControlProblem.NoMember(wording, userId);
        if (by is not ("member" or "customer"))
            return ControlProblem.Field(wording, "by", wording["Problem_By"]);
        return (by == "member" ? reports.DeleteByMember(customer, member) : reports.DeleteByCustomer(customer, member)) is { } deliveries
            ? TypedResults.Ok(deliveries.Select(delivery => new SentView(delivery.MessageId, delivery.Id)))
            : ControlProblem.Field(wording, "userId", wording["Problem_NotFollowed", member.Name, customer.Name]);
    }

    private static Results<Ok<CustomerGroup>, ProblemHttpResult> AddGroup(
        NewCustomerGroup given, CustomerBook book, SimulatedWorld world, SimulatedClock clock, Wording wording)
    {
        if (world.FindMember(given.OwnerUserId) is not { } owner)
            return ControlProblem.Field(wording, "ownerUserId", wording["Contact_NoMember"]);
        if (given.UserIds.Any(userId => world.FindMember(userId) is null))
            return ControlProblem.Field(wording, "userIds", wording["Contact_NoMember"]);
        if (given.ExternalUserIds.FirstOrDefault(id => book.Find(id) is null) is { } unknown)
            return ControlProblem.Field(wording, "externalUserIds", wording["Problem_NoCustomer_Detail", unknown]);
        var group = new CustomerGroup
        {
            ChatId = Invented.ChatId(),
            Name = given.Name,
            OwnerUserId = owner.UserId,
            CreatedAt = clock.Now,
            UserIds = given.UserIds,
            ExternalUserIds = given.ExternalUserIds,
        };
        book.Add(group);
        return TypedResults.Ok(group);
    }
}
