namespace Hongyan.WeCom;

/// <summary>How a customer and a member met (添加方式). The platform adds numbers at any time; those without a name stay as they are.</summary>
public enum FollowSource
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Scanned a code.</summary>
    QrCode = 1,

    /// <summary>Found by mobile number.</summary>
    MobileSearch = 2,

    /// <summary>From a card that somebody sent.</summary>
    SharedCard = 3,

    /// <summary>From a group chat.</summary>
    GroupChat = 4,

    /// <summary>From the phone book.</summary>
    PhoneBook = 5,

    /// <summary>From the contacts in WeChat.</summary>
    WeChatContact = 6,

    /// <summary>By an application of a third party that was authorised to do so.</summary>
    AddedByService = 8,

    /// <summary>Found by e-mail address.</summary>
    EmailSearch = 9,

    /// <summary>From a page in Channels (视频号).</summary>
    Channels = 10,

    /// <summary>Through a customer acquisition link (获客链接).</summary>
    AcquisitionLink = 16,

    /// <summary>Shared by a colleague.</summary>
    SharedByColleague = 201,

    /// <summary>Assigned by an administrator.</summary>
    Assigned = 202,
}
