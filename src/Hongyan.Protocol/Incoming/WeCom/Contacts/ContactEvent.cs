namespace Hongyan.WeCom;

/// <summary>
/// Something changed in the address book (通讯录变更事件, change_contact). A change that this version does not know arrives as
/// <see cref="UnknownEvent"/>.
/// </summary>
/// <remarks>
/// https://developer.work.weixin.qq.com/document/path/90970. The address book's sync assistant (通讯录同步助手), applications that a provider
/// develops and those shared by an upstream corp receive it.
/// </remarks>
public abstract record ContactEvent : IncomingEvent
{
    private protected ContactEvent()
    {
    }

    private protected ContactEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }

    internal static Incoming Read(in Protocol.PayloadFields payload) => payload.Text("ChangeType"u8).Trim() switch
    {
        "create_user" => new UserCreatedEvent(payload),
        "update_user" => new UserUpdatedEvent(payload),
        "delete_user" => new UserDeletedEvent(payload),
        "create_party" => new DepartmentCreatedEvent(payload),
        "update_party" => new DepartmentUpdatedEvent(payload),
        "delete_party" => new DepartmentDeletedEvent(payload),
        "update_tag" => new TagMembersChangedEvent(payload),
        _ => new UnknownEvent(payload),
    };
}
