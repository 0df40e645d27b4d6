namespace Hongyan.WeCom;

/// <summary>A member was added to the address book (新增成员事件).</summary>
public sealed record UserCreatedEvent : ContactEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public UserCreatedEvent()
    {
    }

    internal UserCreatedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        UserId = payload.Text("UserID"u8);
        OpenUserId = payload.Text("OpenUserID"u8);
        Profile = new UserProfile(payload);
    }

    /// <summary>The new member.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The id that is the same for all applications of one provider (open_userid); third-party applications only.</summary>
    public string OpenUserId { get; init; } = "";

    /// <summary>What the platform tells of the member; which fields depends on the application.</summary>
    public UserProfile Profile { get; init; } = new();
}
