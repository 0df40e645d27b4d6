namespace Hongyan.Simulator.WeCom;

/// <summary>What the calls about an app are refused with.</summary>
internal static class AgentErrors
{
    /// <summary>The agentid is none.</summary>
    public static readonly ApiError WrongAgentId = new(40056, "invalid agentid");

    /// <summary>agentid is missing.</summary>
    public static readonly ApiError NoAgentId = new(41011, "agentid missing");

    /// <summary>The name is empty or too long.</summary>
    public static readonly ApiError NameLength = new(45022, "app name out of limit");

    /// <summary>The introduction is too long.</summary>
    public static readonly ApiError DescriptionLength = new(45004, "description out of limit");

    /// <summary>The app has no menu.</summary>
    public static readonly ApiError NoMenu = new(46003, "menu no exist");

    /// <summary>The token is another app's.</summary>
    public static readonly ApiError AnotherApp = new(301002, "not allow operate another agent with this accesstoken.");

    /// <summary>Whether the call's agentid is the caller's own; what is wrong with it otherwise.</summary>
    public static ApiError? CheckAgent(this ApiRequest request, string? agentId) =>
        string.IsNullOrEmpty(agentId) ? NoAgentId
        : !int.TryParse(agentId, out var number) ? WrongAgentId
        : number != request.App.AgentId ? AnotherApp
        : null;
}
