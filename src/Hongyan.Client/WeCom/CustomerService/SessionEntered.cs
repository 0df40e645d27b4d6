using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A customer opened the account (用户进入会话事件, enter_session).</summary>
public sealed record SessionEntered : SyncedEvent
{
    /// <summary>The scene of the link that was used.</summary>
    [JsonPropertyName("scene")]
    public string Scene { get; init => field = value ?? ""; } = "";

    /// <summary>What the link had as scene_param.</summary>
    [JsonPropertyName("scene_param")]
    public string SceneParameter { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// Allows one <see cref="ServiceText"/> or <see cref="ServiceMenu"/> within 20 seconds by <see cref="WeComCustomerService.SendOnEventAsync"/>.
    /// Null where the customer has been greeted or has written within 48 hours, or the account greets by itself.
    /// </summary>
    [JsonPropertyName("welcome_code")]
    public string? WelcomeCode { get; init; }
}
