using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>Acting as a servicer of a 公众号 (客服): signing in, accepting, answering, handing over, ending.</summary>
internal static class KfEndpoints
{
    public static void Map(RouteGroupBuilder sim)
    {
        var servicers = sim.MapGroup("/official-accounts/{account}/servicers").WithTags("officialAccounts");
        servicers.MapGet("", ReadAll)
            .WithSummary("客服账号、他们的会话和等待接入的人。The servicers, their sessions, and who waits.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        servicers.MapPut("/{kfAccount}", Change)
            .WithSummary("客服上线、下线，接受邀请（绑定微信号）。A servicer goes online or offline, or accepts the invitation.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Describe(servicers.MapPost("/{kfAccount}/accept", Accept), "接入一个人：kf_create_session。Accepts somebody.");
        Describe(servicers.MapPost("/{kfAccount}/messages", Say), "对会话里的人说话。Says something in a session.");
        Describe(servicers.MapPost("/{kfAccount}/switch", Switch), "转给另一个客服：kf_switch_session。Hands somebody to another servicer.");
        Describe(servicers.MapPost("/{kfAccount}/close", Close), "结束会话：kf_close_session。Ends a session.");
    }

    private static void Describe(RouteHandlerBuilder endpoint, string summary) => endpoint.WithSummary(summary)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Results<Ok<KfView>, ProblemHttpResult> ReadAll(string account, SimulatedWorld world, KfStaff staff, KfDesk desk, Wording wording) =>
        world.FindAccount(account) is { } found ? Show(found, staff, desk) : ControlProblem.NoOfficialAccount(wording, account);

    private static Results<Ok<KfView>, ProblemHttpResult> Change(
        string account, string kfAccount, KfChange given, SimulatedWorld world, KfStaff staff, KfDesk desk, Wording wording) =>
        world.FindAccount(account) is { } found
            ? Judge(found, staff.Change(found, kfAccount, each => each with
            {
                IsOnline = given.IsOnline ?? each.IsOnline, WeChat = given.WeChat ?? each.WeChat,
                Invited = given.WeChat is null ? each.Invited : "", InvitationEndsAt = given.WeChat is null ? each.InvitationEndsAt : null,
            }), staff, desk, wording)
            : ControlProblem.NoOfficialAccount(wording, account);

    private static Results<Ok<KfView>, ProblemHttpResult> Accept(
        string account, string kfAccount, KfAct given, SimulatedWorld world, Followers followers, KfStaff staff, KfDesk desk, Wording wording) =>
        world.FindAccount(account) is not { } found ? ControlProblem.NoOfficialAccount(wording, account)
        : followers.Find(found, given.OpenId) is not { } follower ? ControlProblem.NoFollower(wording, given.OpenId)
        : Judge(found, desk.Create(found, follower, kfAccount), staff, desk, wording);

    private static Results<Ok<KfView>, ProblemHttpResult> Say(
        string account, string kfAccount, KfAct given, SimulatedWorld world, KfStaff staff, KfDesk desk, Wording wording) =>
        world.FindAccount(account) is not { } found ? ControlProblem.NoOfficialAccount(wording, account)
        : string.IsNullOrWhiteSpace(given.Content) ? ControlProblem.Field(wording, "content", wording["Problem_TextEmpty"])
        : Judge(found, desk.Say(found, given.OpenId, kfAccount, given.Content), staff, desk, wording);

    private static Results<Ok<KfView>, ProblemHttpResult> Switch(
        string account, string kfAccount, KfAct given, SimulatedWorld world, KfStaff staff, KfDesk desk, Wording wording) =>
        world.FindAccount(account) is { } found
            ? Judge(found, desk.Switch(found, given.OpenId, kfAccount, given.To), staff, desk, wording)
            : ControlProblem.NoOfficialAccount(wording, account);

    private static Results<Ok<KfView>, ProblemHttpResult> Close(
        string account, string kfAccount, KfAct given, SimulatedWorld world, KfStaff staff, KfDesk desk, Wording wording) =>
        world.FindAccount(account) is { } found
            ? Judge(found, desk.Close(found, given.OpenId, kfAccount), staff, desk, wording)
            : ControlProblem.NoOfficialAccount(wording, account);

    private static Results<Ok<KfView>, ProblemHttpResult> Judge(Account account, ApiError? error, KfStaff staff, KfDesk desk, Wording wording) =>
        error is null ? Show(account, staff, desk) : ControlProblem.Field(wording, "kfAccount", wording["FindingWithCode", error.Message, error.Code]);

    private static Ok<KfView> Show(Account account, KfStaff staff, KfDesk desk) =>
        TypedResults.Ok(new KfView(staff.Of(account), desk.SessionsOf(account), desk.WaitingOf(account)));
}
