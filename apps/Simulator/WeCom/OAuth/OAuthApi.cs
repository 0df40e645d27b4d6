using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>/cgi-bin/auth/…: whose code it is, and what the member agreed to tell.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/91023, 95833.</remarks>
internal static class OAuthApi
{
    private static readonly ApiError WrongCode = new(40029, "invalid code");
    private static readonly ApiError NoCode = new(41008, "missing code");
    private static readonly ApiError TicketExpired = new(84014, "user_ticket expired");
    private static readonly ApiError WrongTicket = new(84015, "invalid user_ticket");

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("GET /auth/getuserinfo", ApiModule.Application,
            (ApiRequest request, OAuthCodes codes, SimulatedWorld world) => GetIdentity(request, codes, world, "userid", "openid"));
        // The name of years ago, with other names in the answer.
        api.Call("GET /user/getuserinfo", ApiModule.Application,
            (ApiRequest request, OAuthCodes codes, SimulatedWorld world) => GetIdentity(request, codes, world, "UserId", "OpenId"));
        api.Call("POST /auth/getuserdetail", ApiModule.Application, GetDetail);
    }

    private static ApiAnswer GetIdentity(ApiRequest request, OAuthCodes codes, SimulatedWorld world, string userIdName, string openIdName)
    {
        if (request.Query("code") is not { } code)
            return ApiAnswer.Failed(NoCode);
        if (codes.Redeem(code, request.App) is not { } grant)
            return ApiAnswer.Failed(WrongCode);
        if (grant.Person.UserId is not { } userId || world.FindMember(userId) is not { } member)
            return ApiAnswer.Ok((openIdName, OpenIds.OfVisitor(OAuthPerson.VisitorName)));

        List<(string Name, JsonNode? Value)> fields = [(userIdName, member.UserId)];
        // Every member is named; only those who see the app can have agreed to tell it more.
        if (grant.IsPrivate && request.Caller.Sees(world, member))
            fields.Add(("user_ticket", codes.IssueTicket(request.App, member.UserId)));
        return ApiAnswer.Ok([.. fields]);
    }

    private static ApiAnswer GetDetail(ApiRequest request, OAuthCodes codes, SimulatedWorld world)
    {
        if (request.Body.Text("user_ticket") is not { Length: > 0 } ticket || codes.FindTicket(ticket, request.App) is not { } found)
            return ApiAnswer.Failed(WrongTicket);
        if (found.IsExpired)
            return ApiAnswer.Failed(TicketExpired);
        return world.FindMember(found.UserId) is { } member
            ? ApiAnswer.Ok([("userid", member.UserId), .. UserFields.Private(member)])
            : ApiAnswer.Failed(ContactErrors.Of(ContactRules.NoMember));
    }
}
