namespace Hongyan.WeCom;

/// <summary>A document that an application made was deleted or has other members (文档变更事件, doc_change).</summary>
public sealed record DocumentEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public DocumentEvent()
    {
    }

    internal DocumentEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ChangeType = payload.Text("ChangeType"u8);
        DocumentIds = payload.Texts("DocId"u8);
    }

    /// <summary>What happened: <c>delete_doc</c>, or a change of who may read and write it.</summary>
    public string ChangeType { get; init; } = "";

    /// <summary>The documents.</summary>
    public IReadOnlyList<string> DocumentIds { get; init; } = [];

    internal static Incoming Read(in Protocol.PayloadFields payload) =>
        payload.Contains("FormId"u8) ? new FormEvent(payload) : new DocumentEvent(payload);
}
