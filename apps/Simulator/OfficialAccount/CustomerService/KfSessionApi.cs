using System.Text.Json.Nodes;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>/customservice/kfsession/… and msgrecord/…: sessions (客服会话), and what was said in them.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html and Obtain_chat_transcript.html.</remarks>
internal static class KfSessionApi
{
    private const int MaxWaiting = 100;
    private const int MaxNumber = 10_000;
    private const int FromServicer = 2002;
    private const int FromFollower = 2003;

    private static readonly TimeSpan LongestSpan = TimeSpan.FromHours(24);

    public static void Map(OfficialAccountCalls api)
    {
        var customService = api.In("/customservice");
        customService.Call("POST /kfsession/create", Access.Verified, Create);
        customService.Call("POST /kfsession/close", Access.Verified, Close);
        customService.Call("GET /kfsession/getsession", Access.Verified, Get);
        customService.Call("GET /kfsession/getsessionlist", Access.Verified, List);
        customService.Call("GET /kfsession/getwaitcase", Access.Verified, ListWaiting);
        customService.Call("POST /msgrecord/getmsglist", Access.Verified, ListRecords);
    }

    private static ApiAnswer Create(ApiRequest request, Followers followers, KfDesk desk)
    {
        if (followers.Find(request.Account, request.Body.Text("openid") ?? "") is not { } follower)
            return ApiAnswer.Failed(OfficialAccountErrors.OpenId);
        if (!follower.IsFollowing)
            return ApiAnswer.Failed(OfficialAccountErrors.NotFollowed);
        return AnswerOf(desk.Create(request.Account, follower, request.Body.Text("kf_account")));
    }

    private static ApiAnswer Close(ApiRequest request, Followers followers, KfDesk desk) =>
        followers.Find(request.Account, request.Body.Text("openid") ?? "") is { } follower
            ? AnswerOf(desk.Close(request.Account, follower.OpenId, request.Body.Text("kf_account")))
            : ApiAnswer.Failed(OfficialAccountErrors.OpenId);

    private static ApiAnswer Get(ApiRequest request, Followers followers, KfDesk desk)
    {
        if (followers.Find(request.Account, request.Query("openid") ?? "") is not { } follower)
            return ApiAnswer.Failed(OfficialAccountErrors.OpenId);
        var session = desk.SessionsOf(request.Account).FirstOrDefault(each => each.OpenId == follower.OpenId);
        return ApiAnswer.Ok(("createtime", session?.CreatedAt.ToUnixTimeSeconds() ?? 0), ("kf_account", session?.KfAccount ?? ""));
    }

    private static ApiAnswer List(ApiRequest request, KfStaff staff, KfDesk desk) =>
        staff.Find(request.Account, request.Query("kf_account")) is { } servicer
            ? ApiAnswer.Bare(("sessionlist", new JsonArray([.. desk.SessionsOf(request.Account).Where(each => each.KfAccount == servicer.Name).Select(each =>
                new JsonObject { ["createtime"] = each.CreatedAt.ToUnixTimeSeconds(), ["openid"] = each.OpenId })])))
            : ApiAnswer.Failed(KfErrors.Unknown);

    private static ApiAnswer ListWaiting(ApiRequest request, KfDesk desk)
    {
        var waiting = desk.WaitingOf(request.Account);
        return ApiAnswer.Bare(
            ("count", waiting.Count),
            ("waitcaselist", new JsonArray([.. waiting.Take(MaxWaiting).Select(each =>
                new JsonObject { ["latest_time"] = each.LatestAt.ToUnixTimeSeconds(), ["openid"] = each.OpenId })])));
    }

    private static ApiAnswer ListRecords(ApiRequest request, KfDesk desk)
    {
        var (from, to) = (request.Body.Number("starttime"), request.Body.Number("endtime"));
        var (first, number) = (request.Body.Number("msgid"), request.Body.Number("number"));
        if (from is not > 0 || to is null || to < from || first is not >= 1 || number is not (>= 1 and <= MaxNumber))
            return ApiAnswer.Failed(KfErrors.Query);
        if (to - from > LongestSpan.TotalSeconds)
            return ApiAnswer.Failed(KfErrors.Span);
        var records = desk.RecordsOf(request.Account, DateTimeOffset.FromUnixTimeSeconds(from.Value), DateTimeOffset.FromUnixTimeSeconds(to.Value).AddSeconds(1), first.Value)
            .Take((int)number).ToList();
        return ApiAnswer.Bare(
            ("recordlist", new JsonArray([.. records.Select(each => new JsonObject
            {
                ["openid"] = each.OpenId, ["opercode"] = each.IsFromServicer ? FromServicer : FromFollower, ["text"] = each.Text,
                ["time"] = each.At.ToUnixTimeSeconds(), ["worker"] = each.KfAccount,
            })])),
            ("number", records.Count), ("msgid", records is [.., var last] ? last.Id + 1 : first.Value));
    }

    private static ApiAnswer AnswerOf(ApiError? error) => error is null ? ApiAnswer.Ok() : ApiAnswer.Failed(error);
}
