using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>One tag that is added.</summary>
public sealed record NewCorpTag
{
    /// <summary>1 to 30 characters.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Larger comes first.</summary>
    [JsonPropertyName("order")]
    public uint? Order { get; init; }
}
