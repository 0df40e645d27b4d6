namespace Hongyan.WeCom;

/// <summary>
/// Many things changed in the school's address book in a short time, told at once (家校通讯录批量变更, change_school_contact_batch). Third-party applications
/// only.
/// </summary>
public sealed record SchoolContactsEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SchoolContactsEvent()
    {
    }

    internal SchoolContactsEvent(in Protocol.PayloadFields payload)
        : base(payload) => Changes = payload.Items("ChangeList"u8, (in item) => new SchoolChange(item));

    /// <summary>The changes in their order.</summary>
    public IReadOnlyList<SchoolChange> Changes { get; init; } = [];
}
