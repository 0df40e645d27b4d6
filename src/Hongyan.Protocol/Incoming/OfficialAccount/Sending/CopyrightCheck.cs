namespace Hongyan.OfficialAccount;

/// <summary>What the originality check (原创校验) says of one article of a mass send.</summary>
public sealed record CopyrightCheck
{
    /// <summary>The article, from 1.</summary>
    public int ArticleIndex { get; init; }

    /// <summary>What the author declared.</summary>
    public int? DeclaredState { get; init; }

    /// <summary>What the check found.</summary>
    public int? AuditState { get; init; }

    /// <summary>The original that it resembles.</summary>
    public string OriginalUrl { get; init; } = "";

    /// <summary>The kind of the original.</summary>
    public int? OriginalType { get; init; }

    /// <summary>Whether it may be reprinted.</summary>
    public bool? CanReprint { get; init; }

    /// <summary>Whether its content has to be replaced by the original.</summary>
    public bool? NeedsReplacement { get; init; }

    /// <summary>Whether the source has to be shown.</summary>
    public bool? NeedsSource { get; init; }

    internal static CopyrightCheck Read(in Protocol.PayloadFields payload) => new()
    {
        ArticleIndex = payload.SmallNumber("ArticleIdx"u8) ?? 0,
        DeclaredState = payload.SmallNumber("UserDeclareState"u8),
        AuditState = payload.SmallNumber("AuditState"u8),
        OriginalUrl = payload.Text("OriginalArticleUrl"u8),
        OriginalType = payload.SmallNumber("OriginalArticleType"u8),
        CanReprint = payload.Flag("CanReprint"u8),
        NeedsReplacement = payload.Flag("NeedReplaceContent"u8),
        NeedsSource = payload.Flag("NeedShowReprintSource"u8),
    };
}
