namespace Hongyan.Simulator.OfficialAccount;

/// <summary>How a call of 公众号 is written: <c>api.Call("GET /user/info", Access.Verified, Handler)</c>.</summary>
/// <param name="group">The API under /cgi-bin/.</param>
internal sealed class OfficialAccountCalls(RouteGroupBuilder group)
{
    /// <summary>A call with a token; a POST brings a JSON object.</summary>
    public IEndpointConventionBuilder Call(string endpoint, Access access, Delegate handler) =>
        group.Map(endpoint, OfficialAccountApi.Platform, handler, rules => rules with { Allows = Rule(access) });

    /// <summary>A call that brings a secret instead of a token; a POST brings a JSON object.</summary>
    public IEndpointConventionBuilder CallWithoutToken(string endpoint, Delegate handler) =>
        group.Map(endpoint, OfficialAccountApi.Platform, handler, rules => rules with { NeedsToken = false });

    /// <summary>A POST whose body is a file.</summary>
    public IEndpointConventionBuilder Upload(string path, Access access, Delegate handler) =>
        group.MapUpload(path, OfficialAccountApi.Platform, handler, rules => rules with { Allows = Rule(access) });

    private static Func<ApiCaller, bool>? Rule(Access access) => access == Access.Any ? null : caller => caller.Account!.IsVerified;
}
