using System.Globalization;
using Hongyan.Simulator.Control;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Pages;

/// <summary>The page on which a person agrees to one message (一次性订阅消息): GET /mp/subscribemsg?action=get_confirm.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/One-time_subscription_info.html.</remarks>
internal static class OneTimePieces
{
    private static readonly string[] Names = ["action", "appid", "scene", "template_id", "redirect_url", "reserved"];

    public static void Map(WebApplication app) => app.MapGet("/mp/subscribemsg", (HttpContext context, SimulatedWorld world, Followers followers, Consents consents) =>
    {
        var query = context.Request.Query;
        var account = world.Accounts.FirstOrDefault(each => each.AppId == query["appid"].ToString());
        if (account is null || query["action"] != "get_confirm" || query["template_id"].ToString().Length == 0
            || !int.TryParse(query["scene"], NumberStyles.None, CultureInfo.InvariantCulture, out var scene) || scene > SubscriptionEndpoints.MaxScene
            || !Uri.TryCreate(query["redirect_url"], UriKind.Absolute, out var back) || back.Scheme is not ("http" or "https"))
            return PageEndpoints.Render<OneTimePage>([]);

        if (followers.Find(account, query["openid"].ToString()) is not { } person || query["answer"].ToString() is not ("confirm" or "cancel"))
        {
            IReadOnlyList<(string, string)> fields = [.. Names.Select(name => (name, query[name].ToString()))];
            return PageEndpoints.Render<OneTimePage>(new() { ["Account"] = account, ["Fields"] = fields });
        }
        var templateId = query["template_id"].ToString();
        if (query["answer"] == "confirm")
            consents.Give(account, person.OpenId, Consents.SubjectOf(templateId, scene));
        var separator = back.Query.Length == 0 ? '?' : '&';
        // Who refuses is not named.
        var openId = query["answer"] == "confirm" ? $"openid={person.OpenId}&" : "";
        return Results.Redirect(string.Create(CultureInfo.InvariantCulture,
            $"{back.GetLeftPart(UriPartial.Query)}{separator}{openId}template_id={Uri.EscapeDataString(templateId)}&action={query["answer"]}&scene={scene}&reserved={Uri.EscapeDataString(query["reserved"].ToString())}"));
    }).ExcludeFromDescription();
}
