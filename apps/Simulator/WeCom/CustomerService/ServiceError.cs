namespace Hongyan.Simulator.WeCom;

/// <summary>Errors of the customer service (微信客服), with their official codes.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90313. Where it names no code, the nearest one is used.</remarks>
internal static class ServiceError
{
    /// <summary>The code for an event message is unknown, used up or over.</summary>
    public static readonly ApiError WrongCode = new(40029, "invalid code");

    /// <summary>The type is none, or not for this.</summary>
    public static readonly ApiError MessageType = new(40008, "invalid message type");

    /// <summary>A text is empty.</summary>
    public static readonly ApiError EmptyText = new(44004, "text content is empty");

    /// <summary>No account looks like this.</summary>
    public static readonly ApiError WrongAccount = new(95000, "invalid open_kfid");

    /// <summary>Five messages have answered the customer's last one.</summary>
    public static readonly ApiError TooManyAnswers = new(95001, "send msg count limit");

    /// <summary>The customer wrote more than 48 hours ago.</summary>
    public static readonly ApiError WindowOver = new(95002, "send msg time limit");

    /// <summary>There is no such account.</summary>
    public static readonly ApiError NoAccount = new(95004, "open_kfid not exist");

    /// <summary>The corp has as many accounts as it can.</summary>
    public static readonly ApiError TooManyAccounts = new(95005, "open_kfid count limit");

    /// <summary>The name of an account is empty or too long.</summary>
    public static readonly ApiError AccountName = new(95006, "invalid open_kfid name");

    /// <summary>The token of sync_msg is not one of the last ten minutes.</summary>
    public static readonly ApiError WrongToken = new(95007, "invalid msg token");

    /// <summary>A menu has more than ten lines.</summary>
    public static readonly ApiError MenuLength = new(95008, "menu list length limit");

    /// <summary>A line of a menu is of no type.</summary>
    public static readonly ApiError MenuItem = new(95009, "invalid menu item type");

    /// <summary>The session has ended.</summary>
    public static readonly ApiError Over = new(95013, "conversation end");

    /// <summary>Whoever is named does not serve the account.</summary>
    public static readonly ApiError NotServicer = new(95014, "not open_kfid servicer");

    /// <summary>The session does not go from its state to that one.</summary>
    public static readonly ApiError Transition = new(95016, "invalid service state transition");

    /// <summary>The API may not send while the session is in this state.</summary>
    public static readonly ApiError State = new(95018, "send msg session status invalid");

    /// <summary>The servicer takes no customers now.</summary>
    public static readonly ApiError Stopped = new(95019, "servicer is not receiving");

    /// <summary>The account belongs to another app.</summary>
    public static readonly ApiError ForeignAccount = new(48007, "no permission of this open_kfid");

    /// <summary>A parameter is missing or cannot be taken.</summary>
    public static ApiError Parameter(string message) => new(40058, message);
}
