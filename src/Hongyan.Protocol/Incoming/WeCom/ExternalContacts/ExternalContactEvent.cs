namespace Hongyan.WeCom;

/// <summary>
/// Something changed between a member and a customer (客户联系事件, change_external_contact). A change that this version does not know
/// arrives as <see cref="UnknownEvent"/>.
/// </summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/92130. The platform reports it (<c>sys</c>); nothing can be replied.</remarks>
public abstract record ExternalContactEvent : IncomingEvent
{
    private protected ExternalContactEvent()
    {
    }

    private protected ExternalContactEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        UserId = payload.Text("UserID"u8);
        ExternalUserId = payload.Text("ExternalUserID"u8);
    }

    /// <summary>The member whose customer it is.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The customer (外部联系人的 external_userid).</summary>
    public string ExternalUserId { get; init; } = "";

    internal static Incoming Read(in Protocol.PayloadFields payload) => payload.Text("ChangeType"u8).Trim() switch
    {
        "add_external_contact" => new ExternalContactAddedEvent(payload, isHalf: false),
        "add_half_external_contact" => new ExternalContactAddedEvent(payload, isHalf: true),
        "edit_external_contact" => new ExternalContactEditedEvent(payload),
        "del_external_contact" => new ExternalContactDeletedEvent(payload),
        "del_follow_user" => new FollowUserDeletedEvent(payload),
        "transfer_fail" => new ExternalContactTransferFailedEvent(payload),
        "msg_audit_approved" => new MessageAuditApprovedEvent(payload),
        _ => new UnknownEvent(payload),
    };
}
