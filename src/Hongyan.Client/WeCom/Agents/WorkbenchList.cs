using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>Up to three lines (列表型).</summary>
public sealed record WorkbenchList : WorkbenchContent
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Type => "list";

    /// <summary>One to three.</summary>
    [JsonPropertyName("items")]
    public required IReadOnlyList<WorkbenchLine> Items { get; init => field = value ?? []; }
}
