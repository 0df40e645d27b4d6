using System.Text.Json.Nodes;

namespace Hongyan.Cli.Inspecting;

/// <summary>Tells from a payload which platform sent it. A payload does not say so itself, but the ids in it are made differently.</summary>
internal static class PlatformGuess
{
    private const int OpenIdLength = 28;

    public static Platform Of(JsonNode? raw)
    {
        if (raw is not JsonObject payload)
            return Platform.WeCom;
        // Robots are the only ones with small letters throughout.
        if (Has(payload, "aibotid") || Has(payload, "msgtype"))
            return Platform.WeComRobot;
        if (Find(payload, "ToUserName") is { } receiver)
        {
            if (receiver.StartsWith("gh_", StringComparison.Ordinal))
                return Platform.OfficialAccount;
            if (Has(payload, "AgentID") || receiver.StartsWith("ww", StringComparison.Ordinal))
                return Platform.WeCom;
            return Find(payload, "FromUserName") is { Length: OpenIdLength } sender && sender[0] == 'o' ? Platform.OfficialAccount : Platform.WeCom;
        }
        // A third-party platform (component) is told with its AppId, a suite with its SuiteId or its provider's corp id.
        return Has(payload, "InfoType") && Has(payload, "AppId") ? Platform.OfficialAccount : Platform.WeCom;
    }

    private static bool Has(JsonObject payload, string name) => payload.ContainsKey(name);

    private static string? Find(JsonObject payload, string name) =>
        payload.TryGetPropertyValue(name, out var value) && value is JsonValue text && text.TryGetValue<string>(out var found) ? found.Trim() : null;
}
