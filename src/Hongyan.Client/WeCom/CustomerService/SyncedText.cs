using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A text.</summary>
public sealed record SyncedText
{
    /// <summary>What was written.</summary>
    [JsonPropertyName("content")]
    public string Content { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the menu item that was chosen; null for what was typed.</summary>
    [JsonPropertyName("menu_id")]
    public string? MenuId { get; init; }
}
