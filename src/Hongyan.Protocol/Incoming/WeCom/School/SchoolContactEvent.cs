namespace Hongyan.WeCom;

/// <summary>Something changed in the school's address book (家校通讯录变更事件, change_school_contact).</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/92032</remarks>
public abstract record SchoolContactEvent : IncomingEvent
{
    private protected SchoolContactEvent()
    {
    }

    private protected SchoolContactEvent(in Protocol.PayloadFields payload)
        : base(payload) => ChangeType = Spell(payload.Text("ChangeType"u8).Trim());

    /// <summary>What happened, in the platform's word; the records say which there are.</summary>
    public string ChangeType { get; init; } = "";

    internal static Incoming Read(in Protocol.PayloadFields payload) => Spell(payload.Text("ChangeType"u8).Trim()) switch
    {
        "create_student" or "update_student" or "delete_student" or "create_parent" or "update_parent" or "delete_parent"
            or "subscribe" or "unsubscribe" => new SchoolPersonEvent(payload),
        "create_department" or "update_department" or "delete_department" => new SchoolDepartmentEvent(payload),
        _ => new UnknownEvent(payload),
    };

    /// <summary>The change in its right spelling: the platform's document has a letter too many in one of them.</summary>
    internal static string Spell(string changeType) => changeType == "create_deparmtment" ? "create_department" : changeType;
}
