namespace Hongyan.WeCom;

/// <summary>A member's entry in the address book changed (更新成员事件).</summary>
public sealed record UserUpdatedEvent : ContactEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public UserUpdatedEvent()
    {
    }

    internal UserUpdatedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        UserId = payload.Text("UserID"u8);
        NewUserId = payload.OptionalText("NewUserID"u8);
        OpenUserId = payload.Text("OpenUserID"u8);
        Profile = new UserProfile(payload);
    }

    /// <summary>The member, by the id before the change.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The id after the change; null where it stayed the same.</summary>
    public string? NewUserId { get; init; }

    /// <summary>The id that is the same for all applications of one provider (open_userid); third-party applications only.</summary>
    public string OpenUserId { get; init; } = "";

    /// <summary>What changed: a field that is null did not, or is not shown to the application.</summary>
    public UserProfile Profile { get; init; } = new();
}
