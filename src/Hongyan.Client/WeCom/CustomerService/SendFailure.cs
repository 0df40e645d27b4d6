namespace Hongyan.WeCom;

/// <summary>Why a message did not reach a customer. The platform adds numbers at any time.</summary>
public enum SendFailure
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The account is deleted.</summary>
    AccountDeleted = 1,

    /// <summary>The application is closed.</summary>
    ApplicationClosed = 2,

    /// <summary>More than 48 hours since the customer wrote.</summary>
    SessionExpired = 4,

    /// <summary>The session is closed.</summary>
    SessionClosed = 5,

    /// <summary>More than five messages.</summary>
    TooMany = 6,

    /// <summary>No Channels account (视频号) is bound.</summary>
    NoChannelsAccount = 7,

    /// <summary>The corp is not verified.</summary>
    NotVerified = 8,

    /// <summary>Neither of the two.</summary>
    NoChannelsAccountAndNotVerified = 9,

    /// <summary>The customer refuses messages.</summary>
    RefusedByCustomer = 10,
}
