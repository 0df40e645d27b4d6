namespace Hongyan.WeCom;

/// <summary>How somebody came into a group of customers. A number that the platform adds later is kept as it is.</summary>
public enum GroupChatJoinWay
{
    /// <summary>A member invited them, directly or with a link (由成员邀请入群).</summary>
    Invited = 0,

    /// <summary>Scanned the code of the group (扫描群二维码).</summary>
    QrCode = 3,
}
