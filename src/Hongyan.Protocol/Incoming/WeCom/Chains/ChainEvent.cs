namespace Hongyan.WeCom;

/// <summary>Something changed in a chain of upstream and downstream corps (上下游变更回调, change_chain).</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/95796</remarks>
public sealed record ChainEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ChainEvent()
    {
    }

    internal ChainEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ChangeType = payload.Text("ChangeType"u8);
        ChainId = payload.Text("ChainId"u8);
        GroupIds = payload.Texts("GroupIds"u8, "GroupId"u8);
        CorpIds = payload.Texts("CorpIds"u8, "CorpId"u8);
    }

    /// <summary>What happened: <c>create_chain</c>, <c>update_chain</c> …, to the chain, its groups or its corps.</summary>
    public string ChangeType { get; init; } = "";

    /// <summary>The chain.</summary>
    public string ChainId { get; init; } = "";

    /// <summary>The groups (分组) it is about; empty for others.</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];

    /// <summary>The corps it is about; empty for others.</summary>
    public IReadOnlyList<string> CorpIds { get; init; } = [];
}
