namespace Hongyan.Hub.SignIn;

/// <summary>What a link for the first administrator is worth.</summary>
internal enum SetupLinkState
{
    /// <summary>It opens the way.</summary>
    Good,

    /// <summary>It was right, but is too old.</summary>
    Expired,

    /// <summary>There is no such link, or not any more.</summary>
    Wrong,
}
