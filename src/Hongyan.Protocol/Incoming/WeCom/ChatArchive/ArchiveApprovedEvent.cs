namespace Hongyan.WeCom;

/// <summary>
/// A customer agreed that chats are archived (客户同意进行聊天内容存档事件), in a single chat or in a group: <c>chat_archive_audit_approved_single</c>,
/// <c>chat_archive_audit_approved_room</c>. The corp's own archive is told by <see cref="MessageAuditApprovedEvent"/>.
/// </summary>
public sealed record ArchiveApprovedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ArchiveApprovedEvent()
    {
    }

    internal ArchiveApprovedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var body = payload.Within("chat_archive_audit_approved"u8);
        UserId = body.Text("OpenUserID"u8) is { Length: > 0 } id ? id : body.Text("userid"u8);
        ExternalUserId = body.Text("ExternalUserID"u8) is { Length: > 0 } customer ? customer : body.Text("external_userid"u8);
        ChatId = body.Text("ChatId"u8);
    }

    /// <summary>The member in a single chat; empty for a group.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The customer.</summary>
    public string ExternalUserId { get; init; } = "";

    /// <summary>The group; empty for a single chat.</summary>
    public string ChatId { get; init; } = "";
}
