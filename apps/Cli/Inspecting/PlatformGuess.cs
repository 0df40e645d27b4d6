using System.Text.Json.Nodes;

namespace Hongyan.Cli.Inspecting;

/// <summary>Tells from a payload which platform sent it. A payload does not say so itself, but the ids in it are made differently.</summary>
internal static class PlatformGuess
{
    private const int OpenIdLength = 28;

    /// <summary>The platform; null where nothing in the payload says so.</summary>
    public static Platform? Of(JsonNode? raw)
    {
        if (raw is not JsonObject payload)
            return null;
        // Robots are the only ones with small letters throughout.
        if (Has(payload, "aibotid") || Has(payload, "msgtype"))
            return Platform.WeComRobot;
        if (Find(payload, "ToUserName") is { } receiver)
        {
            if (receiver.StartsWith("gh_", StringComparison.Ordinal))
                return Platform.OfficialAccount;
            // Older corps have an id like an AppID.
            if (Has(payload, "AgentID") || Has(payload, "AgentId") || receiver.StartsWith("ww", StringComparison.Ordinal) || receiver.StartsWith("wx", StringComparison.Ordinal))
                return Platform.WeCom;
            return Find(payload, "FromUserName") switch
            {
                "sys" => Platform.WeCom,
                { Length: OpenIdLength } sender when sender[0] == 'o' => Platform.OfficialAccount,
                _ => null,
            };
        }
        // A suite is told with its SuiteId or its provider's corp id, a third-party platform (component) with its AppId.
        return Has(payload, "SuiteId") || Has(payload, "ServiceCorpId") ? Platform.WeCom
            : Has(payload, "InfoType") && Has(payload, "AppId") ? Platform.OfficialAccount
            : null;
    }

    private static bool Has(JsonObject payload, string name) => payload.ContainsKey(name);

    private static string? Find(JsonObject payload, string name) =>
        payload.TryGetPropertyValue(name, out var value) && value is JsonValue text && text.TryGetValue<string>(out var found) ? found.Trim() : null;
}
