using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>微信客服 as people use it: the customer in WeChat on one side, the servicers in WeCom on the other.</summary>
internal static class ServiceEndpoints
{
    private const int MaxNameLength = 16;

    private const string WaitNote =
        "wait=true：等到回调 kf_msg_or_event 投递结束，结果在 delivery 里。wait=true waits for the end of the callback; its outcome is in delivery.";

    public static void Map(RouteGroupBuilder sim)
    {
        var accounts = sim.MapGroup("/service/accounts").WithTags("service");
        accounts.MapGet("", (ServiceAccounts all) => all.All.Select(account => ServiceAccountView.Of(account, all)))
            .WithSummary("客服账号和接待人员。The customer service accounts and who serves them.");
        accounts.MapPost("", AddAccount)
            .WithSummary("给应用新增客服账号。Gives an app another account.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        accounts.MapGet("/{openKfId}/sessions", ReadSessions)
            .WithSummary("会话和状态，最近的在前。The sessions and their states, the last one first.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        Act(accounts.MapPut("/{openKfId}/servicers/{userId}", ChangeServicerAsync),
            "接待人员开始或停止接待。A servicer takes customers, or no more.");

        var customer = accounts.MapGroup("/{openKfId}/customers/{externalUserId}");
        customer.MapGet("/conversation", ReadConversation)
            .WithSummary("客户与客服账号的会话，从旧到新。What was said and what happened, oldest first.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        Act(customer.MapPost("/enter", (EnterSession given, [AsParameters] ActContext context) =>
                RunAsync(context, (act, account, who) => act.Enter(account, who, given.Scene, given.SceneParameter))),
            "客户进入会话（enter_session）。The customer opens the account.");
        Act(customer.MapPost("/messages", (CustomerMessage given, [AsParameters] ActContext context) =>
                RunAsync(context, (act, account, who) => act.Write(account, who, given))),
            "客户发消息。The customer sends a message.");
        Act(customer.MapPost("/recall", (ServicerAct given, [AsParameters] ActContext context) =>
                RunAsync(context, (act, account, who) => act.Recall(account, who, given.MessageId))),
            "撤回客户或接待人员的一条消息。A message of the customer or of a servicer is taken back.");
        Act(customer.MapPost("/accept", (ServicerAct given, [AsParameters] ActContext context) =>
                RunAsync(context, (act, account, who) => act.Accept(account, who, given.UserId))),
            "接待人员从接待池接入。A servicer takes the customer from the queue.");
        Act(customer.MapPost("/answer", (ServicerAct given, [AsParameters] ActContext context) =>
                RunAsync(context, (act, account, who) => act.Answer(account, who, given.UserId, given.Message ?? new()))),
            "接待人员回复；会话已结束时重新接入。A servicer answers; an ended session is taken up again.");
        Act(customer.MapPost("/transfer", (ServicerAct given, [AsParameters] ActContext context) =>
                RunAsync(context, (act, account, who) => act.Transfer(account, who, given.UserId))),
            "转接给另一位接待人员。The customer goes to another servicer.");
        Act(MapWithoutBody(customer, "/end", ([AsParameters] ActContext context) => RunAsync(context, (act, account, who) => act.End(account, who))),
            "接待人员结束会话。The servicer ends the session.");
    }

#pragma warning disable RDG002 // Wanted here: the generator would say of this handler that it takes a body of no type, which OpenAPI cannot describe.
    private static RouteHandlerBuilder MapWithoutBody(RouteGroupBuilder group, string path, Delegate handler) => group.MapPost(path, handler);
#pragma warning restore RDG002

    private static void Act(RouteHandlerBuilder endpoint, string summary) => endpoint
        .WithSummary(summary).WithDescription(WaitNote)
        .Produces<ServiceEntryView>()
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Results<Ok<ServiceAccountView>, ProblemHttpResult> AddAccount(
        NewServiceAccount given, ServiceAccounts accounts, SimulatedWorld world, Wording wording)
    {
        if (world.FindApp(given.App) is not { } app)
            return ControlProblem.NoApp(wording, given.App);
        if (string.IsNullOrWhiteSpace(given.Name) || given.Name.Length > MaxNameLength)
            return ControlProblem.Field(wording, "name", wording["Problem_AccountName", MaxNameLength]);
        if (given.UserIds.Any(userId => world.FindMember(userId) is null))
            return ControlProblem.Field(wording, "userIds", wording["Contact_NoMember"]);
        var added = accounts.Add(app.Name, given.Name, mediaId: null);
        accounts.Change(added.OpenKfId, account => account with { UserIds = given.UserIds });
        return TypedResults.Ok(ServiceAccountView.Of(accounts.Find(added.OpenKfId)!, accounts));
    }

    private static Results<Ok<IEnumerable<ServiceSessionView>>, ProblemHttpResult> ReadSessions(
        string openKfId, ServiceAccounts accounts, ServiceSessions sessions, CustomerBook customers, Wording wording) =>
        accounts.Find(openKfId) is null
            ? ControlProblem.NoAccount(wording, openKfId)
            : TypedResults.Ok(sessions.Of(openKfId).Select(session => ServiceSessionView.Of(session, customers)));

    private static Results<Ok<IEnumerable<ServiceEntryView>>, ProblemHttpResult> ReadConversation(
        string openKfId, string externalUserId, ServiceAccounts accounts, ServiceSessions sessions, CustomerBook customers, Wording wording)
    {
        if (accounts.Find(openKfId) is null)
            return ControlProblem.NoAccount(wording, openKfId);
        if (customers.Find(externalUserId) is null)
            return ControlProblem.NoCustomer(wording, externalUserId);
        return TypedResults.Ok(sessions.Read(openKfId, externalUserId).Select(ServiceEntryView.Of));
    }

    private static async Task<Results<Ok<ServiceEntryView>, ProblemHttpResult>> ChangeServicerAsync(
        string openKfId, string userId, ServicerSettings given, ServiceAct act, ServiceAccounts accounts, DeliveryEngine engine, DeliveryLog deliveries,
        Wording wording, CancellationToken cancellationToken, bool wait = false)
    {
        if (accounts.Find(openKfId) is not { } account)
            return ControlProblem.NoAccount(wording, openKfId);
        return await AnswerAsync(act.ChangeStatus(account, userId, given.IsReceiving), wait, engine, deliveries, wording, cancellationToken);
    }

    private static async Task<Results<Ok<ServiceEntryView>, ProblemHttpResult>> RunAsync(
        ActContext context, Func<ServiceAct, ServiceAccount, Customer, ServiceResult> act)
    {
        if (context.Accounts.Find(context.OpenKfId) is not { } account)
            return ControlProblem.NoAccount(context.Wording, context.OpenKfId);
        if (context.Customers.Find(context.ExternalUserId) is not { } customer)
            return ControlProblem.NoCustomer(context.Wording, context.ExternalUserId);
        return await AnswerAsync(
            act(context.Act, account, customer), context.Wait == true, context.Engine, context.Deliveries, context.Wording, context.CancellationToken);
    }

    private static async Task<Results<Ok<ServiceEntryView>, ProblemHttpResult>> AnswerAsync(
        ServiceResult result, bool wait, DeliveryEngine engine, DeliveryLog deliveries, Wording wording, CancellationToken cancellationToken)
    {
        if (result.Entry is not { } entry)
            return result.Field.Length > 0
                ? ControlProblem.Field(wording, result.Field, result.Problem)
                : ControlProblem.Of(wording, StatusCodes.Status422UnprocessableEntity, "Problem_Session", "Problem_SessionState");
        var view = ServiceEntryView.Of(entry);
        if (wait && deliveries.Find(entry.DeliveryId) is { } delivery)
            view = view with { Delivery = DeliveryView.Of(await engine.WaitAsync(delivery, cancellationToken), wording) };
        return TypedResults.Ok(view);
    }

    /// <summary>Who acts where, and what that needs.</summary>
    internal readonly record struct ActContext(
        string OpenKfId, string ExternalUserId, ServiceAct Act, ServiceAccounts Accounts, CustomerBook Customers, DeliveryEngine Engine,
        DeliveryLog Deliveries, Wording Wording, bool? Wait, CancellationToken CancellationToken);
}
