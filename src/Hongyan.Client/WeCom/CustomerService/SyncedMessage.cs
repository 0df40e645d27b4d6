using System.Text.Json;
using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>A message of a customer or a servicer, or an event. The part that is named after its type is set; the others are null.</summary>
public sealed record SyncedMessage
{
    /// <summary>The id. Handle each once: after a crash between handling and storing the cursor it comes again.</summary>
    [JsonPropertyName("msgid")]
    public required string MessageId { get; init; }

    /// <summary>The account; for an event it is in <see cref="Event"/>.</summary>
    [JsonPropertyName("open_kfid")]
    public string? OpenKfId { get; init; }

    /// <summary>The customer; for an event it is in <see cref="Event"/>.</summary>
    [JsonPropertyName("external_userid")]
    public string? ExternalUserId { get; init; }

    /// <summary>When it was sent.</summary>
    [JsonPropertyName("send_time")]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset SentAt { get; init; }

    /// <summary>Who it comes from.</summary>
    [JsonPropertyName("origin")]
    public ServiceOrigin Origin { get; init; }

    /// <summary>The servicer who wrote it.</summary>
    [JsonPropertyName("servicer_userid")]
    public string? ServicerUserId { get; init; }

    /// <summary>The type as the platform names it: <c>text</c>, <c>image</c>, <c>event</c> …</summary>
    [JsonPropertyName("msgtype")]
    public string MessageType { get; init => field = value ?? ""; } = "";

    /// <summary>A text, or a menu item that was chosen.</summary>
    [JsonPropertyName("text")]
    public SyncedText? Text { get; init; }

    /// <summary>A picture.</summary>
    [JsonPropertyName("image")]
    public SyncedMedia? Image { get; init; }

    /// <summary>Voice.</summary>
    [JsonPropertyName("voice")]
    public SyncedMedia? Voice { get; init; }

    /// <summary>A video.</summary>
    [JsonPropertyName("video")]
    public SyncedMedia? Video { get; init; }

    /// <summary>A file.</summary>
    [JsonPropertyName("file")]
    public SyncedMedia? File { get; init; }

    /// <summary>A place.</summary>
    [JsonPropertyName("location")]
    public SyncedLocation? Location { get; init; }

    /// <summary>A link.</summary>
    [JsonPropertyName("link")]
    public SyncedLink? Link { get; init; }

    /// <summary>A mini program (小程序).</summary>
    [JsonPropertyName("miniprogram")]
    public SyncedMiniProgram? MiniProgram { get; init; }

    /// <summary>The card of a member.</summary>
    [JsonPropertyName("business_card")]
    public SyncedBusinessCard? BusinessCard { get; init; }

    /// <summary>What happened.</summary>
    [JsonPropertyName("event")]
    public SyncedEvent? Event { get; init; }

    /// <summary>What has no property here, by its name on the wire: a type of tomorrow is not lost.</summary>
    [JsonInclude, JsonExtensionData]
    public IDictionary<string, JsonElement> Other { get; internal set; } = new Dictionary<string, JsonElement>();
}
