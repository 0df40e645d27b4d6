namespace Hongyan.WeCom;

/// <summary>A member deleted a customer (删除企业客户事件).</summary>
public sealed record ExternalContactDeletedEvent : ExternalContactEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ExternalContactDeletedEvent()
    {
    }

    internal ExternalContactDeletedEvent(in Protocol.PayloadFields payload)
        : base(payload) => Source = payload.Text("Source"u8);

    /// <summary><c>DELETE_BY_TRANSFER</c> where the customer went to another member; else empty.</summary>
    public string Source { get; init; } = "";
}
