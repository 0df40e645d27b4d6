using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>A day that is not like its weekday.</summary>
public sealed record SpecialDay
{
    /// <summary>Its midnight.</summary>
    [JsonPropertyName("timestamp")]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset Date { get; init; }

    /// <summary>Why.</summary>
    [JsonPropertyName("notes")]
    public string Notes { get; init => field = value ?? ""; } = "";

    /// <summary>When to be at work.</summary>
    [JsonPropertyName("checkintime")]
    public IReadOnlyList<CheckInSpan> Spans { get; init => field = value ?? []; } = [];
}
