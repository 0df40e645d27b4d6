namespace Hongyan.WeCom;

/// <summary>A customer deleted a member (删除跟进成员事件).</summary>
public sealed record FollowUserDeletedEvent : ExternalContactEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public FollowUserDeletedEvent()
    {
    }

    internal FollowUserDeletedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
