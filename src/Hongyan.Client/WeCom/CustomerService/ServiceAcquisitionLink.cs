using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A customer acquisition link (获客链接).</summary>
public sealed record ServiceAcquisitionLink : ServiceMessage
{
    /// <summary>The link.</summary>
    [JsonPropertyName("link_url")]
    public required string Url { get; init; }
}
