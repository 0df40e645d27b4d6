namespace Hongyan.WeCom;

/// <summary>
/// A student or parent came, changed or left, or a parent followed or left the school (学生变更、家长变更、家长关注与取消关注):
/// <c>create_student</c>, <c>update_student</c>, <c>delete_student</c>, <c>create_parent</c>, <c>update_parent</c>, <c>delete_parent</c>,
/// <c>subscribe</c>, <c>unsubscribe</c>.
/// </summary>
public sealed record SchoolPersonEvent : SchoolContactEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SchoolPersonEvent()
    {
    }

    internal SchoolPersonEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        UserId = payload.Text("Id"u8);
        NewUserId = payload.OptionalText("NewId"u8);
    }

    /// <summary>The id of the student or parent in the school's address book.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The id after the change; null where it stayed the same.</summary>
    public string? NewUserId { get; init; }
}
