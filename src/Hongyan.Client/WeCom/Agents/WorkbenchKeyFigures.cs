using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>Up to four figures in a row (关键数据型).</summary>
public sealed record WorkbenchKeyFigures : WorkbenchContent
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Type => "keydata";

    /// <summary>One to four.</summary>
    [JsonPropertyName("items")]
    public required IReadOnlyList<WorkbenchFigure> Items { get; init => field = value ?? []; }
}
