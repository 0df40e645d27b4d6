using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>What the operator of a 公众号 does in its console: tags, the blacklist, remarks; and what a test needs beside: devices and quotas.</summary>
internal static class AccountConsoleEndpoints
{
    private const int MaxRemark = 29;
    private const int MaxQuotas = 100;

    public static void Map(RouteGroupBuilder sim)
    {
        var account = sim.MapGroup("/official-accounts/{account}").WithTags("officialAccounts");
        account.MapPatch("/people/{openId}", Change)
            .WithSummary("改一个人的备注、标签、黑名单、手机系统、收不收消息；没给的项不变。Changes remark, tags, blacklist, device of a person, and whether messages get through.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        account.MapGet("/tags", ReadTags)
            .WithSummary("标签，和有多少人。The tags, with how many have them.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        account.MapPost("/tags", AddTag)
            .WithSummary("新建标签，和 tags/create 的限制相同。Creates a tag, within the limits of tags/create.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        account.MapGet("/quotas", ReadQuotas)
            .WithSummary("每个接口今天的额度和已用次数。The quotas of the day, and what is used of them.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        account.MapPut("/quotas", SetQuotas)
            .WithSummary("改额度或已用次数，没列出的不变；用完就是 45009。Changes quotas or what is used of them; used up is 45009.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Results<Ok<FollowerView>, ProblemHttpResult> Change(
        string account, string openId, PersonChange given, SimulatedWorld world, Followers followers, AccountTags tags, ReplyWindows windows, Wording wording)
    {
        if (world.FindAccount(account) is not { } found)
            return ControlProblem.NoOfficialAccount(wording, account);
        if (followers.Find(found, openId) is not { } follower)
            return ControlProblem.NoFollower(wording, openId);
        if (given.Remark?.Length > MaxRemark)
            return ControlProblem.Field(wording, "remark", wording["Problem_PersonName", MaxRemark]);
        if (given.TagIds?.FirstOrDefault(id => tags.Find(found, id) is null, -1) is { } unknown and >= 0)
            return ControlProblem.Field(wording, "tagIds", wording["Problem_NoAccountTag", unknown]);
        if (given.TagIds is not null && !follower.IsFollowing)
            return ControlProblem.Field(wording, "tagIds", wording["Problem_NotFollowing", follower.Name]);
        var changed = followers.Change(found, openId, each => each with
        {
            Remark = given.Remark ?? each.Remark,
            TagIds = given.TagIds?.Distinct().ToList() ?? each.TagIds,
            IsBlocked = given.IsBlocked ?? each.IsBlocked,
            Device = given.Device ?? each.Device,
            AcceptsMessages = given.AcceptsMessages ?? each.AcceptsMessages,
        });
        return TypedResults.Ok(FollowerView.Of(found, changed, windows));
    }

    private static Results<Ok<IEnumerable<AccountTagView>>, ProblemHttpResult> ReadTags(string account, SimulatedWorld world, AccountTags tags, Wording wording) =>
        world.FindAccount(account) is { } found
            ? TypedResults.Ok(tags.Of(found).Select(tag => new AccountTagView(tag.Id, tag.Name, tags.MembersOf(found, tag.Id).Count)))
            : ControlProblem.NoOfficialAccount(wording, account);

    private static Results<Ok<AccountTagView>, ProblemHttpResult> AddTag(string account, NewPerson given, SimulatedWorld world, AccountTags tags, Wording wording)
    {
        if (world.FindAccount(account) is not { } found)
            return ControlProblem.NoOfficialAccount(wording, account);
        var (tag, error) = tags.Create(found, given.Name.Trim());
        return tag is not null
            ? TypedResults.Ok(new AccountTagView(tag.Id, tag.Name, 0))
            : ControlProblem.Field(wording, "name", wording["FindingWithCode", error!.Message, error.Code]);
    }

    private static Results<Ok<IReadOnlyList<DailyQuota>>, ProblemHttpResult> ReadQuotas(
        string account, SimulatedWorld world, DailyQuotas quotas, Wording wording) =>
        world.FindAccount(account) is { } found ? TypedResults.Ok(quotas.Of(found)) : ControlProblem.NoOfficialAccount(wording, account);

    private static Results<Ok<IReadOnlyList<DailyQuota>>, ProblemHttpResult> SetQuotas(
        string account, IReadOnlyList<QuotaChange> given, SimulatedWorld world, DailyQuotas quotas, Wording wording)
    {
        if (world.FindAccount(account) is not { } found)
            return ControlProblem.NoOfficialAccount(wording, account);
        if (given.Count > MaxQuotas)
            return ControlProblem.Field(wording, "path", wording["Problem_ListLong", MaxQuotas]);
        if (given.Any(each => each is null || !each.Path.StartsWith('/') || each.Limit < 0 || each.Used < 0))
            return ControlProblem.Field(wording, "path", wording["Problem_Quota"]);
        foreach (var each in given)
            quotas.Set(found, each.Path, each.Limit, each.Used);
        return TypedResults.Ok(quotas.Of(found));
    }
}
