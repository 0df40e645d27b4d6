namespace Hongyan.WeCom;

/// <summary>
/// Records or fields of a smart sheet that an application made changed (智能表格变更事件, smart_sheet_change). A thousand at most come at once.
/// </summary>
/// <remarks>
/// https://developer.work.weixin.qq.com/document/path/101016 and 101019. <see cref="Incoming.FromUser"/> is a member, or the
/// tmp_external_userid of somebody else.
/// </remarks>
public sealed record SmartSheetEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SmartSheetEvent()
    {
    }

    internal SmartSheetEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ChangeType = payload.Text("ChangeType"u8);
        DocumentId = payload.Text("DocId"u8);
        SheetId = payload.Text("SheetId"u8);
        RecordIds = payload.Texts("RecordId"u8);
        FieldIds = payload.Texts("FieldId"u8);
    }

    /// <summary>
    /// What happened: <c>add_record</c>, <c>update_record</c>, <c>delete_record</c>, <c>add_filed</c>, <c>update_filed</c> or
    /// <c>delete_filed</c>, in the platform's spelling.
    /// </summary>
    public string ChangeType { get; init; } = "";

    /// <summary>The document.</summary>
    public string DocumentId { get; init; } = "";

    /// <summary>The sheet in it.</summary>
    public string SheetId { get; init; } = "";

    /// <summary>The records; empty where fields changed.</summary>
    public IReadOnlyList<string> RecordIds { get; init; } = [];

    /// <summary>The fields; empty where records changed.</summary>
    public IReadOnlyList<string> FieldIds { get; init; } = [];
}
