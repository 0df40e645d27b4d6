namespace Hongyan.OfficialAccount;

/// <summary>An article of a publication.</summary>
public sealed record PublishedArticle
{
    /// <summary>The article, from 1.</summary>
    public int Index { get; init; }

    /// <summary>Where it can be read.</summary>
    public string Url { get; init; } = "";

    internal static PublishedArticle Read(in Protocol.PayloadFields payload) => new()
    {
        Index = payload.SmallNumber("idx"u8) ?? 0,
        Url = payload.Text("article_url"u8),
    };
}
