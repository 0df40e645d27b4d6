namespace Hongyan.Simulator.WeCom;

/// <summary>Errors of 客户联系, with their official codes.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90313.</remarks>
internal static class CustomerError
{
    /// <summary>There is no such member.</summary>
    public static readonly ApiError NoMember = new(40003, "invalid userid");

    /// <summary>No such tag.</summary>
    public static readonly ApiError NoTag = new(40068, "invalid tagid");

    /// <summary>There is a tag of this name.</summary>
    public static readonly ApiError TagExists = new(40071, "invalid tag name, already exist");

    /// <summary>There is no such customer.</summary>
    public static readonly ApiError NoCustomer = new(40096, "invalid external userid");

    /// <summary>The corp has 3000 tags.</summary>
    public static readonly ApiError TooManyTags = new(40126, "corp tag count limit exceed");

    /// <summary>type of a contact way is missing.</summary>
    public static readonly ApiError NoWayType = new(41037, "missing contact way type");

    /// <summary>The code is unknown, or its 20 seconds are over.</summary>
    public static readonly ApiError WelcomeOver = new(41050, "invalid welcome code");

    /// <summary>The customer has been greeted.</summary>
    public static readonly ApiError Welcomed = new(41051, "externaluser has started chatting");

    /// <summary>The member has not activated the account.</summary>
    public static readonly ApiError NotActivated = new(41054, "user not activated");

    /// <summary>No group of customers has this id.</summary>
    public static readonly ApiError NoGroup = new(40050, "invalid chat id");

    /// <summary>The member does not have this customer, or none at all.</summary>
    public static readonly ApiError NoContact = new(84061, "not external contact");

    /// <summary>A parameter is missing or cannot be taken.</summary>
    public static ApiError Parameter(string message) => new(40058, message);
}
