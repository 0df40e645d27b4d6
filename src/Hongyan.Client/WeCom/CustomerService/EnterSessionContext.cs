using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>How a customer came to an account.</summary>
public sealed record EnterSessionContext
{
    /// <summary>The scene of the link that was used.</summary>
    [JsonPropertyName("scene")]
    public string Scene { get; init => field = value ?? ""; } = "";

    /// <summary>What the link had as scene_param.</summary>
    [JsonPropertyName("scene_param")]
    public string SceneParameter { get; init => field = value ?? ""; } = "";
}
