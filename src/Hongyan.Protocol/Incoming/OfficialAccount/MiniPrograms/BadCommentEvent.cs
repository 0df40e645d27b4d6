namespace Hongyan.OfficialAccount;

/// <summary>A person gave a mini program a bad mark (小程序差评, wxa_comment_bad_score).</summary>
public sealed record BadCommentEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public BadCommentEvent()
    {
    }

    internal BadCommentEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var result = payload.Children("result"u8);
        CommentId = result.Text("comment_id"u8);
    }

    /// <summary>The comment.</summary>
    public string CommentId { get; init; } = "";
}
