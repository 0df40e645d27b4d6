namespace Hongyan;

/// <summary>The article of an Official Account (公众号文章) from whose page a follower wrote.</summary>
public sealed record ArticleReference
{
    /// <summary>The id of the mass send or publication (MsgDataId).</summary>
    public string DataId { get; init; } = "";

    /// <summary>Which of its articles it was (Idx), from 1; null where the platform leaves it out.</summary>
    public int? Index { get; init; }

    internal static ArticleReference? Read(in Protocol.PayloadFields payload) => payload.Text("MsgDataId"u8) is { Length: > 0 } id
        ? new ArticleReference { DataId = id, Index = payload.SmallNumber("Idx"u8) }
        : null;
}
