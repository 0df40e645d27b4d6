namespace Hongyan.OfficialAccount;

/// <summary>An article that was sent to many or published.</summary>
public sealed record SentArticle
{
    /// <summary>The article, from 1.</summary>
    public int Index { get; init; }

    /// <summary>Where it can be read.</summary>
    public string Url { get; init; } = "";

    internal static SentArticle Read(in Protocol.PayloadFields payload) => new()
    {
        Index = payload.SmallNumber("ArticleIdx"u8) ?? 0,
        Url = payload.Text("ArticleUrl"u8),
    };
}
