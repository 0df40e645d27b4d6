namespace Hongyan.WeCom;

/// <summary>A member changed the remark, the tags or other notes on a customer (编辑企业客户事件).</summary>
public sealed record ExternalContactEditedEvent : ExternalContactEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ExternalContactEditedEvent()
    {
    }

    internal ExternalContactEditedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
