namespace Hongyan;

/// <summary>The person a message came from. Equal for all messages of one person to one account, so it serves as a key.</summary>
/// <param name="Account">The account's name in the configuration.</param>
/// <param name="Id">The member's user id (成员UserID); empty where the platform names nobody.</param>
public readonly record struct UserRef(string Account, string Id);
