namespace Hongyan.WeCom;

/// <summary>A group of customers has other members, another owner, name or notice (客户群变更事件).</summary>
public sealed record GroupChatUpdatedEvent : GroupChatEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public GroupChatUpdatedEvent()
    {
    }

    internal GroupChatUpdatedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Change = payload.Text("UpdateDetail"u8);
        JoinWay = (GroupChatJoinWay?)payload.SmallNumber("JoinScene"u8);
        QuitWay = (GroupChatQuitWay?)payload.SmallNumber("QuitScene"u8);
        MemberCount = payload.SmallNumber("MemChangeCnt"u8) ?? 0;
        MemberIds = payload.Texts("MemChangeList"u8);
        PreviousMemberVersion = payload.Text("LastMemVer"u8);
        MemberVersion = payload.Text("CurMemVer"u8);
    }

    /// <summary>What changed: <c>add_member</c>, <c>del_member</c>, <c>change_owner</c>, <c>change_name</c> or <c>change_notice</c>.</summary>
    public string Change { get; init; } = "";

    /// <summary>How the new members came in; null where nobody did.</summary>
    public GroupChatJoinWay? JoinWay { get; init; }

    /// <summary>How members left; null where nobody did.</summary>
    public GroupChatQuitWay? QuitWay { get; init; }

    /// <summary>How many came in or left.</summary>
    public int MemberCount { get; init; }

    /// <summary>Who came in or left: members of the corp and customers.</summary>
    public IReadOnlyList<string> MemberIds { get; init; } = [];

    /// <summary>The version of the list of members before the change.</summary>
    public string PreviousMemberVersion { get; init; } = "";

    /// <summary>The version after it.</summary>
    public string MemberVersion { get; init; } = "";
}
