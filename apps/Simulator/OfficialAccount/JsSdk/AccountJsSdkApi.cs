namespace Hongyan.Simulator.OfficialAccount;

/// <summary>GET /cgi-bin/ticket/getticket: the tickets by which pages are signed.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html.</remarks>
internal static class AccountJsSdkApi
{
    private static readonly ApiError WrongType = new(40097, "invalid args");

    public static void Map(OfficialAccountCalls api) => api.Call("GET /ticket/getticket", Access.Any, Issue);

    private static ApiAnswer Issue(ApiRequest request, AccountTickets tickets)
    {
        if (request.Query("type") is not (AccountTickets.JsApi or "wx_card") || request.Query("type") is not { } type)
            return ApiAnswer.Failed(WrongType);
        var (ticket, expiresIn) = tickets.Issue(request.Account, type);
        return ApiAnswer.Ok(("ticket", ticket), ("expires_in", expiresIn));
    }
}
