using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How the calls about QR codes are written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NewSceneWire))]
[JsonSerializable(typeof(SceneQrCode))]
[JsonSerializable(typeof(ShortKeyWire))]
[JsonSerializable(typeof(ShortKeyContent))]
internal sealed partial class OfficialAccountQrCodesJson : JsonSerializerContext;

internal sealed record NewSceneWire(
    [property: JsonPropertyName("expire_seconds")] long? Seconds, [property: JsonPropertyName("action_name")] string Action,
    [property: JsonPropertyName("action_info")] SceneHolderWire Holder);

internal sealed record SceneHolderWire([property: JsonPropertyName("scene")] SceneWire Scene);

internal sealed record SceneWire(
    [property: JsonPropertyName("scene_id")] long? Id, [property: JsonPropertyName("scene_str")] string? Text);

/// <summary>What is sent to make a key, and what comes back.</summary>
internal sealed record ShortKeyWire
{
    [JsonPropertyName("long_data")]
    public string? Text { get; init; }

    [JsonPropertyName("expire_seconds")]
    public long? Seconds { get; init; }

    [JsonPropertyName("short_key")]
    public string? Key { get; init; }
}
