namespace Hongyan.WeCom;

/// <summary>Whose a group of customers is.</summary>
public enum GroupChatStatus
{
    /// <summary>Its owner works here.</summary>
    Normal = 0,

    /// <summary>Its owner has left the corp.</summary>
    OwnerLeft = 1,

    /// <summary>It is being handed over.</summary>
    Transferring = 2,

    /// <summary>It was handed over.</summary>
    Transferred = 3,
}
