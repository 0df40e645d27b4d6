namespace Hongyan.WeCom;

/// <summary>
/// A corp's right to the interfaces for the content of chats (会话内容数据接口) ended, its trial ended, or it has more members than accounts
/// (接口到期、试用到期、接口不足通知). <see cref="Incoming.ToUser"/> is the provider, <see cref="Incoming.FromUser"/> the corp.
/// </summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/100272 and 101406</remarks>
public sealed record AdvancedApiEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public AdvancedApiEvent()
    {
    }

    internal AdvancedApiEvent(in Protocol.PayloadFields payload, AdvancedApiChange change)
        : base(payload)
    {
        Change = change;
        ApiType = payload.SmallNumber("AdvanceApiType"u8) ?? 0;
        Edition = (ArchiveEdition)(payload.Children("ChatArchiveApi"u8).SmallNumber("Edition"u8) ?? 0);
    }

    /// <summary>What happened.</summary>
    public AdvancedApiChange Change { get; init; }

    /// <summary>Which interfaces: 1 for the content of chats; 0 where the platform leaves it out.</summary>
    public int ApiType { get; init; }

    /// <summary>The edition that was bought.</summary>
    public ArchiveEdition Edition { get; init; }
}
