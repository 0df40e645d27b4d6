using Hongyan.Simulator.Resources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>Errors of the control API: RFC 9457, in the reader's language.</summary>
internal static class ControlProblem
{
    public static ProblemHttpResult NoApp(Wording wording, string app) =>
        Of(wording, StatusCodes.Status404NotFound, "Problem_NoApp", "Problem_NoApp_Detail", app);

    public static ProblemHttpResult NoRobot(Wording wording, string robot) =>
        Of(wording, StatusCodes.Status404NotFound, "Problem_NoRobot", "Problem_NoRobot_Detail", robot);

    public static ProblemHttpResult NoMember(Wording wording, string userId) =>
        Of(wording, StatusCodes.Status404NotFound, "Problem_NoMember", "Problem_NoMember_Detail", userId);

    public static ProblemHttpResult NoOfficialAccount(Wording wording, string account) =>
        Of(wording, StatusCodes.Status404NotFound, "Problem_NoOfficialAccount", "Problem_NoOfficialAccount_Detail", account);

    public static ProblemHttpResult NoFollower(Wording wording, string openId) =>
        Of(wording, StatusCodes.Status404NotFound, "Problem_NoFollower", "Problem_NoFollower_Detail", openId);

    public static ProblemHttpResult NoDelivery(Wording wording, long id) =>
        Of(wording, StatusCodes.Status404NotFound, "Problem_NoDelivery", "Problem_NoDelivery_Detail", id);

    public static ProblemHttpResult NoCustomer(Wording wording, string externalUserId) =>
        Of(wording, StatusCodes.Status404NotFound, "Problem_NoCustomer", "Problem_NoCustomer_Detail", externalUserId);

    public static ProblemHttpResult NoAccount(Wording wording, string openKfId) =>
        Of(wording, StatusCodes.Status404NotFound, "Problem_NoAccount", "Problem_NoAccount_Detail", openKfId);

    /// <summary>A field that cannot be taken, with its name for scripts.</summary>
    public static ProblemHttpResult Field(Wording wording, string field, string sentence) => TypedResults.Problem(
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: wording["Problem_Field", field],
        detail: sentence,
        extensions: new Dictionary<string, object?> { ["field"] = field });

    public static ProblemHttpResult Of(Wording wording, int status, string title, string detail, params IReadOnlyList<object> arguments) =>
        TypedResults.Problem(statusCode: status, title: wording[title], detail: wording[detail, arguments]);
}
