namespace Hongyan.Simulator.WeCom;

/// <summary>What the platform answers to a message that it does not take.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90313.</remarks>
internal static class MessageErrors
{
    /// <summary>No such media id, or its three days are over.</summary>
    public static readonly ApiError WrongMediaId = WeComErrors.WrongMediaId;

    /// <summary>msgtype is missing or not one of this call's.</summary>
    public static readonly ApiError WrongType = new(40008, "invalid message type");

    /// <summary>More than 1000 in touser.</summary>
    public static readonly ApiError TooManyUsers = new(40032, "invalid userid list length");

    /// <summary>No app has this agentid.</summary>
    public static readonly ApiError WrongAgentId = new(40056, "invalid agentid");

    /// <summary>A field is missing that nothing can be without.</summary>
    public static readonly ApiError WrongParameter = new(40058, "invalid Request Parameter");

    /// <summary>news with safe.</summary>
    public static readonly ApiError NewsNotSafe = new(40074, "news message not support safe");

    /// <summary>A url without a scheme.</summary>
    public static readonly ApiError WrongUrl = new(40094, "invalid url");

    /// <summary>agentid is missing.</summary>
    public static readonly ApiError NoAgentId = new(41011, "agentid missing");

    /// <summary>title is missing.</summary>
    public static readonly ApiError NoTitle = new(41016, "title missing");

    /// <summary>description is missing.</summary>
    public static readonly ApiError NoDescription = new(41033, "description missing");

    /// <summary>The text is empty.</summary>
    public static readonly ApiError EmptyText = new(44004, "empty content");

    /// <summary>The text is too long.</summary>
    public static readonly ApiError TooLong = new(45002, "message content size out of limit");

    /// <summary>No articles, or more than eight.</summary>
    public static readonly ApiError ArticleCount = new(45008, "article size out of limit");

    /// <summary>The author is too long.</summary>
    public static readonly ApiError AuthorLength = new(45032, "invalid author length");

    /// <summary>The code was used, is older than 72 hours, or never was one.</summary>
    public static readonly ApiError WrongResponseCode = new(60140, "invalid response_code");

    /// <summary>Nobody of those named can be sent to.</summary>
    public static readonly ApiError NobodyValid = new(81013, "user & party & tag all invalid");

    /// <summary>touser, toparty and totag are empty.</summary>
    public static readonly ApiError NoReceiver = new(82001, "touser & toparty & totag all empty");

    /// <summary>More than 100 in toparty.</summary>
    public static readonly ApiError TooManyDepartments = new(82002, "invalid party list length");

    /// <summary>More than 100 in totag.</summary>
    public static readonly ApiError TooManyTags = new(82003, "invalid tag list length");

    /// <summary>The token belongs to another app.</summary>
    public static readonly ApiError OtherAgent = new(301002, "not allow operate another agent with this accesstoken.");

    /// <summary>base64 and md5 do not belong together.</summary>
    public static readonly ApiError WrongChecksum = new(301019, "media md5 not match");

    /// <summary>A field that is too long, as the platform names it.</summary>
    public static ApiError Exceeds(string field, int bytes) =>
        new(40058, $"{field} exceed max length {bytes}. Invalid input invalid Request Parameter");
}
