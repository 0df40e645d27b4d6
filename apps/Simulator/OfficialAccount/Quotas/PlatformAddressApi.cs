using System.Net;
using System.Text.Json.Nodes;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>/cgi-bin/getcallbackip, get_api_domain_ip and callback/check: where callbacks come from, and whether they arrive.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_the_WeChat_server_IP_address.html and Network_Detection.html.</remarks>
internal static class PlatformAddressApi
{
    private static readonly ApiError Action = new(40202, "invalid action");
    private static readonly ApiError Operator = new(40203, "invalid check_operator");

    public static void Map(OfficialAccountCalls api)
    {
        api.Call("GET /getcallbackip", Access.Any, () => ApiAnswer.Bare(("ip_list", new JsonArray("127.0.0.1", "::1"))));
        api.Call("GET /get_api_domain_ip", Access.Any, () => ApiAnswer.Bare(("ip_list", new JsonArray("127.0.0.1", "::1"))));
        api.Call("POST /callback/check", Access.Any, Check);
    }

    // The simulator looks up no names and sends no pings: what it would find is this machine.
    private static ApiAnswer Check(ApiRequest request)
    {
        var action = request.Body.Text("action") ?? "all";
        if (action is not ("dns" or "ping" or "all"))
            return ApiAnswer.Failed(Action);
        var from = request.Body.Text("check_operator") ?? "DEFAULT";
        if (from is not ("CHINANET" or "UNICOM" or "CAP" or "DEFAULT"))
            return ApiAnswer.Failed(Operator);
        var host = Uri.TryCreate(request.Account.Callback.CallbackUrl, UriKind.Absolute, out var url) ? url.Host : "";
        var ip = IPAddress.TryParse(host, out var address) ? address.ToString() : "127.0.0.1";
        List<(string, JsonNode?)> fields = [];
        if (action is "dns" or "all")
            fields.Add(("dns", new JsonArray(new JsonObject { ["ip"] = ip, ["real_operator"] = "UNICOM" })));
        if (action is "ping" or "all")
            fields.Add(("ping", new JsonArray(new JsonObject { ["ip"] = ip, ["from_operator"] = from, ["package_loss"] = "0%", ["time"] = "0.100ms" })));
        return ApiAnswer.Ok([.. fields]);
    }
}
