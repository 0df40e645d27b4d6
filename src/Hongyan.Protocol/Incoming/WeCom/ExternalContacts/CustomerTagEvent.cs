namespace Hongyan.WeCom;

/// <summary>The corp's tags for customers changed (企业客户标签事件, change_external_tag).</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/92130</remarks>
public sealed record CustomerTagEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CustomerTagEvent()
    {
    }

    internal CustomerTagEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ChangeType = payload.Text("ChangeType"u8);
        Id = payload.Text("Id"u8);
        TagType = payload.Text("TagType"u8);
        StrategyId = payload.Text("StrategyId"u8);
    }

    /// <summary>What happened: <c>create</c>, <c>update</c>, <c>delete</c>, or <c>shuffle</c> where the order changed.</summary>
    public string ChangeType { get; init; } = "";

    /// <summary>The id of the tag or of the group of tags; empty where all groups were put into another order.</summary>
    public string Id { get; init; } = "";

    /// <summary><c>tag</c> or <c>tag_group</c>; empty where only the order changed.</summary>
    public string TagType { get; init; } = "";

    /// <summary>The rule group (规则组) that it belongs to; empty where there is none.</summary>
    public string StrategyId { get; init; } = "";
}
