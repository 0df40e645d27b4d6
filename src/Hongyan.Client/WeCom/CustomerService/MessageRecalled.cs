using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A message was taken back, by the customer (user_recall_msg) or by a servicer (servicer_recall_msg).</summary>
public sealed record MessageRecalled : SyncedEvent
{
    /// <summary>The message.</summary>
    [JsonPropertyName("recall_msgid")]
    public string MessageId { get; init => field = value ?? ""; } = "";

    /// <summary>The servicer; null where the customer did it.</summary>
    [JsonPropertyName("servicer_userid")]
    public string? ServicerUserId { get; init; }
}
