using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>Who invited somebody into a group of customers.</summary>
public sealed record GroupChatInvitor
{
    /// <summary>The member.</summary>
    [JsonPropertyName("userid")]
    public string UserId { get; init => field = value ?? ""; } = "";
}
