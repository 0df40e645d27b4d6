using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A group of customers (客户群) in a list.</summary>
public sealed record GroupChatEntry
{
    /// <summary>The id.</summary>
    [JsonPropertyName("chat_id")]
    public required string ChatId { get; init; }

    /// <summary>Whose it is.</summary>
    [JsonPropertyName("status")]
    public GroupChatStatus Status { get; init; }
}
