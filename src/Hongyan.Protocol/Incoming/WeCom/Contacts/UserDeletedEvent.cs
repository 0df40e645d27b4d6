namespace Hongyan.WeCom;

/// <summary>A member was deleted from the address book (删除成员事件).</summary>
public sealed record UserDeletedEvent : ContactEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public UserDeletedEvent()
    {
    }

    internal UserDeletedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        UserId = payload.Text("UserID"u8);
        OpenUserId = payload.Text("OpenUserID"u8);
    }

    /// <summary>The member.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The id that is the same for all applications of one provider (open_userid); third-party applications only.</summary>
    public string OpenUserId { get; init; } = "";
}
