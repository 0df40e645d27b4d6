using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>Something that happened at an account. One that this version does not know has this type itself.</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/94670.</remarks>
[JsonConverter(typeof(SyncedEventConverter))]
public record SyncedEvent
{
    /// <summary>The kind as the platform names it.</summary>
    [JsonPropertyName("event_type")]
    public string EventType { get; init => field = value ?? ""; } = "";

    /// <summary>The account.</summary>
    [JsonPropertyName("open_kfid")]
    public string OpenKfId { get; init => field = value ?? ""; } = "";

    /// <summary>The customer; null where the event is not about one.</summary>
    [JsonPropertyName("external_userid")]
    public string? ExternalUserId { get; init; }

    /// <summary>Everything it carried.</summary>
    [JsonIgnore]
    public JsonElement Raw { get; internal set; }
}
