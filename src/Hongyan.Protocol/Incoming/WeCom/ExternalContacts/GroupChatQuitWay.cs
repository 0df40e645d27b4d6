namespace Hongyan.WeCom;

/// <summary>How somebody left a group of customers. A number that the platform adds later is kept as it is.</summary>
public enum GroupChatQuitWay
{
    /// <summary>自己退群.</summary>
    Left = 0,

    /// <summary>群主或群管理员移出.</summary>
    Removed = 1,
}
