namespace Hongyan.WeCom;

/// <summary>How somebody came into a group of customers.</summary>
public enum GroupChatJoinScene
{
    /// <summary>A member invited them.</summary>
    Invited = 1,

    /// <summary>Through a link that a member sent.</summary>
    InvitationLink = 2,

    /// <summary>Scanned the code of the group.</summary>
    QrCode = 3,
}
