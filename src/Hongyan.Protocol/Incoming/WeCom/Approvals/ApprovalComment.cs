namespace Hongyan.WeCom;

/// <summary>A note (备注) on an approval.</summary>
public sealed record ApprovalComment
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ApprovalComment()
    {
    }

    internal ApprovalComment(in Protocol.PayloadFields payload)
    {
        UserId = payload.Text("CommentUserInfo"u8, "UserId"u8);
        CreatedAt = payload.Time("CommentTime"u8);
        Content = payload.Text("CommentContent"u8);
        CommentId = payload.Text("CommentId"u8);
    }

    /// <summary>The member who wrote it.</summary>
    public string UserId { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>What it says.</summary>
    public string Content { get; init; } = "";

    /// <summary>The id of the note.</summary>
    public string CommentId { get; init; } = "";
}
