namespace Hongyan.Simulator.OfficialAccount;

/// <summary>How a call of 公众号 is written: <c>api.Call("GET /user/info", Access.Verified, Handler)</c>.</summary>
internal sealed class OfficialAccountCalls
{
    private readonly IEndpointRouteBuilder _app;
    private readonly RouteGroupBuilder _group;
    private readonly string _prefix;

    /// <param name="app">The simulator.</param>
    /// <param name="prefix">Where the calls live.</param>
    public OfficialAccountCalls(IEndpointRouteBuilder app, string prefix = PlatformApi.Prefix)
    {
        (_app, _prefix) = (app, prefix);
        _group = app.MapGroup(prefix).ExcludeFromDescription();
    }

    /// <summary>Calls that live elsewhere: <c>/sns</c>, <c>/datacube</c>, …</summary>
    public OfficialAccountCalls At(string prefix) => new(_app, prefix);

    /// <summary>A call with a token; a POST brings a JSON object.</summary>
    public IEndpointConventionBuilder Call(string endpoint, Access access, Delegate handler) =>
        _group.Map(endpoint, OfficialAccountApi.Platform, handler, rules => rules with { Allows = Rule(access) }, _prefix);

    /// <summary>A call that brings a secret instead of a token; a POST brings a JSON object.</summary>
    public IEndpointConventionBuilder CallWithoutToken(string endpoint, Delegate handler) =>
        _group.Map(endpoint, OfficialAccountApi.Platform, handler, rules => rules with { NeedsToken = false }, _prefix);

    /// <summary>A POST whose body is a file.</summary>
    public IEndpointConventionBuilder Upload(string path, Access access, Delegate handler) =>
        _group.MapUpload(path, OfficialAccountApi.Platform, handler, rules => rules with { Allows = Rule(access) }, _prefix);

    private static Func<ApiCaller, bool>? Rule(Access access) => access == Access.Any ? null : caller => caller.Account!.IsVerified;
}
