using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>An article that was sent in a day, and how it did in the seven days from then on.</summary>
public sealed record ArticleTotal
{
    /// <summary>The day on which it was sent.</summary>
    [JsonPropertyName("ref_date")]
    public DateOnly Day { get; init; }

    /// <summary>The mass message and the place in it, such as <c>12003_3</c>.</summary>
    [JsonPropertyName("msgid")]
    public string ArticleId { get; init => field = value ?? ""; } = "";

    /// <summary>The title.</summary>
    [JsonPropertyName("title")]
    public string Title { get; init => field = value ?? ""; } = "";

    /// <summary>Day by day.</summary>
    [JsonPropertyName("details")]
    public IReadOnlyList<ArticleDay> Days { get; init => field = value ?? []; } = [];
}
