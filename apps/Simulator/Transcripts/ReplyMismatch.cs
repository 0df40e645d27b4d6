namespace Hongyan.Simulator.Transcripts;

/// <summary>In what a reply differs: its kind, the number of its articles, or a field.</summary>
internal sealed record ReplyMismatch
{
    public string? ExpectedKind { get; init; }

    public string? ActualKind { get; init; }

    public int? ExpectedArticles { get; init; }

    public int? ActualArticles { get; init; }

    public string? Field { get; init; }

    /// <summary>Which article, from 1.</summary>
    public int? Article { get; init; }

    public TextMismatch? Text { get; init; }
}
