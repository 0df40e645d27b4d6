using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>What somebody around a 公众号 agrees to get: subscribe messages (订阅通知) and one-time subscriptions (一次性订阅消息).</summary>
internal static class SubscriptionEndpoints
{
    private const int MaxChoices = 3;

    /// <summary>Largest scene of a one-time subscription.</summary>
    public const int MaxScene = 10_000;

    public static void Map(RouteGroupBuilder sim)
    {
        var person = sim.MapGroup("/official-accounts/{account}/people/{openId}").WithTags("officialAccounts");
        person.MapPost("/subscriptions", Choose)
            .WithSummary("回答订阅通知的弹窗（subscribe_msg_popup_event），或者 inSettings 时在设置里改（subscribe_msg_change_event）。Answers the popup of subscribe messages, or changes them in the settings.")
            .WithDescription("每次同意可以发一条（bizsend），拒绝则作废；scene：1 网页，2 文章。Each consent is good for one message; a refusal withdraws them.")
            .Produces<SentView>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        person.MapPost("/one-time-subscriptions", Consent)
            .WithSummary("在一次性订阅的页面上同意：之后可以按 templateId 和 scene 发一条（template/subscribe）。Agrees to one message of a scene.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Choose(
        string account, string openId, SubscriptionAnswer given, SimulatedWorld world, Followers followers, SubscriptionTemplates templates, Consents consents,
        DeliveryEngine engine, Wording wording)
    {
        if (world.FindAccount(account) is not { } found)
            return ControlProblem.NoOfficialAccount(wording, account);
        if (followers.Find(found, openId) is not { } person)
            return ControlProblem.NoFollower(wording, openId);
        if (given.Choices.Count is 0 or > MaxChoices || given.Choices.Any(each => each is null || templates.Find(found, each.TemplateId) is null))
            return ControlProblem.Field(wording, "choices", wording["Problem_Subscriptions"]);
        if (given.Scene is not (1 or 2))
            return ControlProblem.Field(wording, "scene", wording["Problem_PopupScene"]);

        foreach (var choice in given.Choices)
        {
            if (choice.Accepts && !given.InSettings)
                consents.Give(found, person.OpenId, choice.TemplateId);
            else if (!choice.Accepts)
                consents.Withdraw(found, person.OpenId, choice.TemplateId);
        }
        IReadOnlyList<(string, bool)> choices = [.. given.Choices.Select(each => (each.TemplateId, each.Accepts))];
        var delivery = engine.Send(given.InSettings
            ? SubscriptionEvents.Change(found, person, choices)
            : SubscriptionEvents.Popup(found, person, choices, given.Scene));
        return TypedResults.Accepted($"{ControlApi.Prefix}/deliveries/{delivery.Id}", new SentView(delivery.MessageId, delivery.Id));
    }

    private static IResult Consent(
        string account, string openId, OneTimeConsent given, SimulatedWorld world, Followers followers, Consents consents, Wording wording)
    {
        if (world.FindAccount(account) is not { } found)
            return ControlProblem.NoOfficialAccount(wording, account);
        if (followers.Find(found, openId) is not { } person)
            return ControlProblem.NoFollower(wording, openId);
        if (given.TemplateId.Length == 0 || given.Scene is < 0 or > MaxScene)
            return ControlProblem.Field(wording, "scene", wording["Problem_OneTime"]);
        consents.Give(found, person.OpenId, Consents.SubjectOf(given.TemplateId, given.Scene));
        return TypedResults.NoContent();
    }
}
