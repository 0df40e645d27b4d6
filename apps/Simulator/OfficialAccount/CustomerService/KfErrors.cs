namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The errors of customer service (客服).</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html and Session_control.html.</remarks>
internal static class KfErrors
{
    /// <summary>No servicer of this name.</summary>
    public static readonly ApiError Unknown = new(65401, "invalid custom service account");

    /// <summary>No WeChat is bound to the servicer.</summary>
    public static readonly ApiError Unbound = new(65402, "cannot talk before a wechat user is bound");

    /// <summary>The nickname is empty or too long.</summary>
    public static readonly ApiError Nickname = new(65403, "illegal nickname");

    /// <summary>The name is none that there can be.</summary>
    public static readonly ApiError Name = new(65404, "illegal custom service account");

    /// <summary>There are as many as there may be.</summary>
    public static readonly ApiError TooMany = new(65405, "custom service account number reach limit");

    /// <summary>There is one of this name.</summary>
    public static readonly ApiError Exists = new(65406, "custom service account exists");

    /// <summary>The WeChat serves the account already.</summary>
    public static readonly ApiError AlreadyWorker = new(65407, "the invite worker is already your worker");

    /// <summary>No such WeChat.</summary>
    public static readonly ApiError WeChat = new(65409, "invalid wechat id");

    /// <summary>The invitation has not been answered yet.</summary>
    public static readonly ApiError Pending = new(65411, "the account is waiting for the invitation to be confirmed");

    /// <summary>A WeChat is bound already.</summary>
    public static readonly ApiError Bound = new(65412, "the account has been bound to a wechat user");

    /// <summary>Nobody talks with the follower.</summary>
    public static readonly ApiError NoSession = new(65413, "no effective session for the customer");

    /// <summary>Somebody else talks with the follower.</summary>
    public static readonly ApiError Taken = new(65414, "another worker is serving the customer");

    /// <summary>The servicer has not signed in.</summary>
    public static readonly ApiError Offline = new(65415, "the worker is not online");

    /// <summary>A parameter of the records' query is none that is taken.</summary>
    public static readonly ApiError Query = new(65416, "param invalid, please check");

    /// <summary>More than 24 hours are asked for.</summary>
    public static readonly ApiError Span = new(65417, "the time span is too long");
}
