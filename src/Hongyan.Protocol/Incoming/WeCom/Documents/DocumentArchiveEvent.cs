namespace Hongyan.WeCom;

/// <summary>A document that is archived changed (文档存档). Changes of a day come as one.</summary>
public sealed record DocumentArchiveEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public DocumentArchiveEvent()
    {
    }

    internal DocumentArchiveEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        DocumentId = payload.Text("DocId"u8);
        Name = payload.Text("DocName"u8);
    }

    /// <summary>The document.</summary>
    public string DocumentId { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";
}
