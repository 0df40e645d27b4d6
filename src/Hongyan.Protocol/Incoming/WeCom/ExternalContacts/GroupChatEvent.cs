namespace Hongyan.WeCom;

/// <summary>
/// Something changed about a group of customers (客户群事件, change_external_chat). A change that this version does not know arrives as
/// <see cref="UnknownEvent"/>.
/// </summary>
/// <remarks>
/// https://developer.work.weixin.qq.com/document/path/92130. What is in the group now is asked for with
/// <c>WeComClient.ExternalContacts</c>.
/// </remarks>
public abstract record GroupChatEvent : IncomingEvent
{
    private protected GroupChatEvent()
    {
    }

    private protected GroupChatEvent(in Protocol.PayloadFields payload)
        : base(payload) => ChatId = payload.Text("ChatId"u8);

    /// <summary>The id of the group.</summary>
    public string ChatId { get; init; } = "";

    internal static Incoming Read(in Protocol.PayloadFields payload) => payload.Text("ChangeType"u8).Trim() switch
    {
        "create" => new GroupChatCreatedEvent(payload),
        "update" => new GroupChatUpdatedEvent(payload),
        "dismiss" => new GroupChatDismissedEvent(payload),
        _ => new UnknownEvent(payload),
    };
}
