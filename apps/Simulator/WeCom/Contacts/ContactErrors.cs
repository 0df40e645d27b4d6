using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>What the calls about the contacts are refused with, beside the rules of the contacts themselves.</summary>
internal static class ContactErrors
{
    /// <summary>The list of members is empty.</summary>
    public static readonly ApiError UserIdList = new(40031, "invalid userid list");

    /// <summary>The list has more members, departments or tags than the call takes.</summary>
    public static readonly ApiError UserIdListLength = new(40032, "invalid userid list size");

    /// <summary>A parameter is not what it should be.</summary>
    public static readonly ApiError WrongParameter = new(40058, "invalid Request Parameter");

    /// <summary>A parameter that is needed is empty.</summary>
    public static readonly ApiError EmptyParameter = new(40063, "some parameters are empty");

    /// <summary>None of the members and departments can have the tag.</summary>
    public static readonly ApiError TagNobody = new(40070, "all list is invalid");

    /// <summary>userid is missing.</summary>
    public static readonly ApiError NoUserId = new(41009, "userid missing");

    /// <summary>tagid is missing.</summary>
    public static readonly ApiError NoTagId = new(41017, "tagid missing");

    /// <summary>The department's id is missing.</summary>
    public static readonly ApiError NoDepartmentId = new(41019, "department id missing");

    /// <summary>The member has no WeChat connected, or nobody has this open id.</summary>
    public static readonly ApiError NoWeChat = new(43004, "require subscribe");

    /// <summary>Nobody whom the caller sees has this mobile number or e-mail address.</summary>
    public static readonly ApiError UserNotFound = new(46004, "user no exist");

    /// <summary>The member or department is out of the app's scope (可见范围).</summary>
    public static readonly ApiError NotInScope = new(60011, "no privilege to access/modify contact/party/agent");

    /// <summary>The mobile number is none.</summary>
    public static readonly ApiError WrongMobile = new(60103, "invalid mobile");

    /// <summary>The e-mail address is none.</summary>
    public static readonly ApiError WrongEmail = new(60105, "invalid email");

    /// <summary>A member needs a mobile number or an e-mail address.</summary>
    public static readonly ApiError NoMobileAndEmail = new(60129, "missing mobile or email");

    /// <summary>The member's id was chosen, not made up by the platform, so it stays.</summary>
    public static readonly ApiError UserIdStays = new(301036, "not allow to change userid");

    /// <summary>What the contacts' own rules refuse.</summary>
    public static ApiError Of(ContactProblem problem) => new(problem.Code, problem.Message);
}
