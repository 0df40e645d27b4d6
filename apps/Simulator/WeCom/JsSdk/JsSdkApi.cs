namespace Hongyan.Simulator.WeCom;

/// <summary>The two calls that give tickets for the JS-SDK.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90506, 94313.</remarks>
internal static class JsSdkApi
{
    private static readonly ApiError WrongType = new(91040, "invalid ticket type");

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("GET /get_jsapi_ticket", ApiModule.Application, (ApiRequest request, JsSdkTickets tickets) => Issue(request, tickets, ofApp: false));
        api.Call("GET /ticket/get", ApiModule.Application, (ApiRequest request, JsSdkTickets tickets) =>
            request.Query("type") == "agent_config" ? Issue(request, tickets, ofApp: true) : ApiAnswer.Failed(WrongType));
    }

    private static ApiAnswer Issue(ApiRequest request, JsSdkTickets tickets, bool ofApp) =>
        tickets.Issue(request.App, ofApp) is { } issued
            ? ApiAnswer.Ok(("ticket", issued.Ticket), ("expires_in", issued.ExpiresIn))
            : ApiAnswer.Failed(WeComErrors.TooOften);
}
