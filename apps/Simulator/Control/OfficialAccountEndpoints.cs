using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>The 公众号 and what their pages in the console hold. Faults and calls are those of any account: <c>/sim/apps/{name}/faults</c>.</summary>
internal static class OfficialAccountEndpoints
{
    public static void Map(RouteGroupBuilder sim)
    {
        sim.MapGet("/official-accounts", ReadAll).WithTags("officialAccounts")
            .WithSummary("公众号：机器人要填的一切。Official Accounts: everything a bot must be configured with.");
        var account = sim.MapGroup("/official-accounts/{account}").WithTags("officialAccounts");
        account.MapGet("", Read)
            .WithSummary("一个公众号。One of them.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        account.MapPut("/settings", SaveSettings)
            .WithSummary("服务号还是订阅号、是否认证、语音识别是否打开；没给的项不变。Its kind, whether it is verified and recognizes speech; what is left out stays.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        account.MapPut("/callback", SaveCallbackAsync)
            .WithSummary("提交「基本配置」：先向 URL 发验证请求，通过才保存。Saves URL, Token, key and mode after a URL verification against the bot.")
            .WithDescription("mode：plaintext 明文、compatible 兼容、safe 安全。")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        account.MapGet("/menu", ReadMenu)
            .WithSummary("自定义菜单，与平台的 JSON 相同。The menu in the platform's JSON.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        account.MapPut("/menu", SaveMenu)
            .WithSummary("换菜单，与平台 menu/create 的 JSON 和限制相同；button 为空表示没有菜单。Replaces it; an empty button list means no menu.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static IEnumerable<OfficialAccountView> ReadAll(SimulatedWorld world) => world.Accounts.Select(OfficialAccountView.Of);

    private static Results<Ok<OfficialAccountView>, ProblemHttpResult> Read(string account, SimulatedWorld world, Wording wording) =>
        world.FindAccount(account) is { } found ? TypedResults.Ok(OfficialAccountView.Of(found)) : ControlProblem.NoOfficialAccount(wording, account);

    private static Results<Ok<OfficialAccountView>, ProblemHttpResult> SaveSettings(
        string account, OfficialAccountSettings given, SimulatedWorld world, Wording wording) =>
        world.FindAccount(account) is { } found
            ? TypedResults.Ok(OfficialAccountView.Of(world.SaveAccount(found, each => each with
            {
                IsVerified = given.IsVerified ?? each.IsVerified, RecognizesSpeech = given.RecognizesSpeech ?? each.RecognizesSpeech,
                WebDomain = given.WebDomain ?? each.WebDomain,
                Kind = given.Kind ?? each.Kind,
            })))
            : ControlProblem.NoOfficialAccount(wording, account);

    private static async Task<Results<Ok<OfficialAccountView>, ProblemHttpResult>> SaveCallbackAsync(
        string account, AccountCallback given, SimulatedWorld world, AccountVerifier verifier, Wording wording, CancellationToken cancellationToken)
    {
        if (world.FindAccount(account) is not { } found)
            return ControlProblem.NoOfficialAccount(wording, account);
        var callback = new CallbackSettings(given.CallbackUrl, given.Token, given.EncodingAESKey);
        foreach (var (field, problem) in AccountSettings.Validate(callback))
            return ControlProblem.Field(wording, field, wording.Of(problem));

        var result = await verifier.VerifyAsync(callback, cancellationToken);
        if (result.Problem is { } failure)
            return CallbackEndpoints.Refuse(result, failure, wording[AccountVerifier.TitleOf(failure)], wording);
        var mode = given.Mode ?? found.Mode;
        return TypedResults.Ok(OfficialAccountView.Of(world.SaveAccount(found, each => each with { Callback = callback, Mode = mode })));
    }

    private static Results<Ok<AppMenu>, ProblemHttpResult> ReadMenu(string account, SimulatedWorld world, AppMenus menus, Wording wording) =>
        world.FindAccount(account) is { } found ? TypedResults.Ok(menus.Read(found.Name)) : ControlProblem.NoOfficialAccount(wording, account);

    private static Results<Ok<AppMenu>, ProblemHttpResult> SaveMenu(string account, AppMenu menu, SimulatedWorld world, AppMenus menus, Wording wording) =>
        world.FindAccount(account) is { } found
            ? MenuEndpoints.SaveChecked(found.Name, menu, AccountMenus.Rules, menus, wording)
            : ControlProblem.NoOfficialAccount(wording, account);
}
