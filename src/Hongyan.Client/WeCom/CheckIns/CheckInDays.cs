using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>Some days of the week and when to be at work on them.</summary>
public sealed record CheckInDays
{
    /// <summary>0 is Sunday, 6 Saturday.</summary>
    [JsonPropertyName("workdays")]
    public IReadOnlyList<int> Weekdays { get; init => field = value ?? []; } = [];

    /// <summary>When to be at work.</summary>
    [JsonPropertyName("checkintime")]
    public IReadOnlyList<CheckInSpan> Spans { get; init => field = value ?? []; } = [];

    /// <summary>Whether leaving needs no check-in.</summary>
    [JsonPropertyName("noneed_offwork")]
    public bool NeedsNoCheckOut { get; init; }
}
