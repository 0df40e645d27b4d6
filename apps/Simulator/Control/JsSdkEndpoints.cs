using Hongyan.Simulator.Assets;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>Stands in for the script of the JS-SDK: a page loads it from here, and here its signatures are checked.</summary>
internal static class JsSdkEndpoints
{
    public static void Map(RouteGroupBuilder sim)
    {
        // The platform's own file names, so that a page changes the part before them only.
        foreach (var name in (string[])["jweixin-1.2.0.js", "jwxwork-1.0.0.js", "wecom-jssdk-2.0.2.js"])
            sim.MapGet($"/js/{name}", () => EmbeddedAssets.Read("jssdk.js")).ExcludeFromDescription();
        sim.MapGet("/js/check", Check).WithTags("js-sdk")
            .WithSummary("检查网页的 JS-SDK 签名，像企业微信、微信客户端那样；公众号的 AppID 也放在 corpId 里；不对时说明签了什么。Checks a page's signature as the client does, and says what was signed.")
            .WithDescription("/sim/js/jweixin-1.2.0.js、/sim/js/wecom-jssdk-2.0.2.js 会调用它。The scripts /sim/js/jweixin-1.2.0.js and /sim/js/wecom-jssdk-2.0.2.js call it.");
    }

    private static JsSdkCheckView Check(
        HttpContext context, SimulatedWorld world, JsSdkTickets tickets, AccountTickets accountTickets, SimulatedClock clock, Wording wording,
        string kind = "config", string corpId = "", string agentId = "", string timestamp = "", string nonceStr = "", string signature = "", string url = "")
    {
        // Bots' pages are elsewhere. Nothing is changed here, and nothing secret is in the answer.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        var isAgent = kind == "agentConfig";
        var signed = new JsSdkSigned(isAgent, corpId, agentId, timestamp, nonceStr, signature, url.Split('#')[0]);
        // wx.config says appId where ww.register says corpId; both come as corpId here.
        var verdict = world.Accounts.FirstOrDefault(each => each.AppId == corpId) is { } account
            ? AccountJsSdkVerifier.Check(signed, account, accountTickets, clock)
            : JsSdkVerifier.Check(signed, world, tickets, clock);
        return new(
            verdict.Code, $"{(isAgent ? "agentConfig" : "config")}:{verdict.Message}", signed.TextWith("***"),
            verdict.Rule is null ? null : wording["FindingWithCode", wording[$"JsSdk_{verdict.Rule}", verdict.Arguments], verdict.Code]);
    }
}
