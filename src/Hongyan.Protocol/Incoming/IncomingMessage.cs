namespace Hongyan;

/// <summary>A message (消息) that a person sent.</summary>
public abstract record IncomingMessage : Incoming
{
    private protected IncomingMessage()
    {
    }

    private protected IncomingMessage(in Protocol.PayloadFields payload)
        : base(payload)
    {
        MessageId = payload.Number("MsgId"u8) ?? 0;
        ArticleDataId = payload.Text("MsgDataId"u8);
        ArticleIndex = payload.SmallNumber("Idx"u8);
    }

    /// <summary>The platform's id (MsgId). Not unique across people; 0 where the platform leaves it out.</summary>
    public long MessageId { get; init; }

    /// <summary>The id of the article from whose page a follower wrote (MsgDataId); empty for what did not come from an article, which is nearly all.</summary>
    public string ArticleDataId { get; init; } = "";

    /// <summary>Which of the articles of that mass send it was (Idx), from 1; null for what did not come from an article.</summary>
    public int? ArticleIndex { get; init; }
}
