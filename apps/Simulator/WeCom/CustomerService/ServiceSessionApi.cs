using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Sessions and customers of the customer service: /cgi-bin/kf/service_state/, customer/batchget.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/94669 and 95159.</remarks>
internal static class ServiceSessionApi
{
    private const int MaxCustomers = 100;

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("POST /kf/service_state/get", ApiModule.CustomerService, Get);
        api.Call("POST /kf/service_state/trans", ApiModule.CustomerService, Transfer);
        api.Call("POST /kf/customer/batchget", ApiModule.CustomerService, GetCustomers);
    }

    private static ApiAnswer Get(ApiRequest request, ServiceAccounts accounts, ServiceSessions sessions, CustomerBook customers)
    {
        if (Check(request, accounts, customers) is { } error)
            return ApiAnswer.Failed(error);
        var session = sessions.Find(request.Body.Text("open_kfid")!, request.Body.Text("external_userid")!);
        return ApiAnswer.Ok(("service_state", (int)session.State), ("servicer_userid", session.ServicerUserId ?? ""));
    }

    private static ApiAnswer Transfer(
        ApiRequest request, ServiceAccounts accounts, ServiceSessions sessions, CustomerBook customers, ServiceCodes codes)
    {
        if (Check(request, accounts, customers) is { } error)
            return ApiAnswer.Failed(error);
        var (openKfId, externalUserId) = (request.Body.Text("open_kfid")!, request.Body.Text("external_userid")!);
        if (request.Body.Number("service_state") is not (>= 0 and <= 4 and var number))
            return ApiAnswer.Failed(ServiceError.Parameter("invalid service_state"));
        var state = (ServiceState)number;
        string? servicerUserId = null;
        if (state == ServiceState.Servicer)
        {
            var account = accounts.Find(openKfId)!;
            if (accounts.FindServicer(account, request.Body.Text("servicer_userid") ?? "") is not { } servicer)
                return ApiAnswer.Failed(ServiceError.NotServicer);
            if (!ServiceAccounts.IsReceiving(account, servicer))
                return ApiAnswer.Failed(ServiceError.Stopped);
            servicerUserId = servicer.UserId;
        }

        var (before, after) = sessions.Change(openKfId, externalUserId, session =>
            IsAllowed(session, state, servicerUserId) ? session with { State = state, ServicerUserId = servicerUserId } : null);
        if (after is null)
            return ApiAnswer.Failed(ServiceError.Transition);
        // A code comes with the queue, with being taken from it, and with the end.
        var hasCode = after.State is ServiceState.Queued or ServiceState.Ended
            || (before.State == ServiceState.Queued && after.State == ServiceState.Servicer);
        return hasCode ? ApiAnswer.Ok(("msg_code", codes.IssueFor(after))) : ApiAnswer.Ok();
    }

    private static ApiAnswer GetCustomers(ApiRequest request, ServiceAccounts accounts, ServiceSessions sessions, CustomerBook customers, SimulatedClock clock)
    {
        var ids = request.Body.Texts("external_userid_list") ?? [];
        if (ids.Count is 0 or > MaxCustomers)
            return ApiAnswer.Failed(ServiceError.Parameter("invalid external_userid_list"));
        var withContext = request.Body.Number("need_enter_session_context") == 1;
        var own = accounts.All.Where(account => account.App == request.App.Name).ToList();
        return ApiAnswer.Ok(
            ("customer_list", new JsonArray([.. ids.Select(customers.Find).OfType<Customer>().Select(customer =>
            {
                var json = new JsonObject
                {
                    ["external_userid"] = customer.ExternalUserId,
                    ["nickname"] = customer.Name,
                    ["avatar"] = "",
                    ["gender"] = customer.Gender,
                    ["unionid"] = customer.UnionId,
                };
                if (withContext && LastEntered(own, sessions, customer, clock) is { } session)
                    json["enter_session_context"] = new JsonObject { ["scene"] = session.Scene, ["scene_param"] = session.SceneParameter };
                return json;
            })])),
            ("invalid_external_userid", new JsonArray([.. ids.Where(id => customers.Find(id) is null).Select(id => (JsonNode)id)])));
    }

    private static ServiceSession? LastEntered(IEnumerable<ServiceAccount> own, ServiceSessions sessions, Customer customer, SimulatedClock clock) =>
        own.Select(account => sessions.Find(account.OpenKfId, customer.ExternalUserId))
            .Where(session => session.EnteredAt is { } entered && clock.Now < entered + ServiceSession.Window)
            .MaxBy(session => session.EnteredAt);

    private static bool IsAllowed(ServiceSession session, ServiceState to, string? servicerUserId) => (session.State, to) switch
    {
        (ServiceState.Unprocessed, ServiceState.Assistant or ServiceState.Queued or ServiceState.Servicer) => true,
        (ServiceState.Assistant, ServiceState.Queued or ServiceState.Servicer) => true,
        (ServiceState.Queued, ServiceState.Servicer) => true,
        (ServiceState.Servicer, ServiceState.Servicer) => session.ServicerUserId != servicerUserId,
        (ServiceState.Servicer, ServiceState.Ended) => true,
        _ => false,
    };

    private static ApiError? Check(ApiRequest request, ServiceAccounts accounts, CustomerBook customers) =>
        ServiceAccountApi.Check(accounts, request.Body.Text("open_kfid"), request.App)
        ?? (customers.Find(request.Body.Text("external_userid")) is null ? CustomerError.NoCustomer : null);
}
