using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>An app with everything a bot must be configured with.</summary>
public sealed record AccountView(
    string Name, string DisplayName, string Platform, string CorpId, int AgentId, string Secret,
    string Token, string EncodingAESKey, string CallbackUrl)
{
    /// <summary>Shows an app.</summary>
    public static AccountView Of(WeComApp app) => new(
        app.Name, app.DisplayName, "WeCom", app.CorpId, app.AgentId, app.Secret,
        app.Callback.Token, app.Callback.EncodingAESKey, app.Callback.CallbackUrl);
}
