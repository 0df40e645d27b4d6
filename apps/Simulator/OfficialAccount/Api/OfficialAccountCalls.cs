namespace Hongyan.Simulator.OfficialAccount;

/// <summary>How a call of 公众号 is written: <c>api.Call("GET /user/info", Access.Verified, Handler)</c>.</summary>
/// <param name="app">Where calls are mapped.</param>
/// <param name="area">What all their paths begin with.</param>
internal sealed class OfficialAccountCalls(IEndpointRouteBuilder app, string area = PlatformApi.Prefix)
{
    private readonly RouteGroupBuilder _group = app.MapGroup(area).ExcludeFromDescription();

    /// <summary>The same in another one of <see cref="PlatformApi.Areas"/>.</summary>
    public OfficialAccountCalls In(string otherArea) => new(app, otherArea);

    /// <summary>A call with a token; a POST brings a JSON object.</summary>
    public IEndpointConventionBuilder Call(string endpoint, Access access, Delegate handler) =>
        _group.Map(endpoint, OfficialAccountApi.Platform, handler, rules => rules with { Allows = Rule(access) }, area);

    /// <summary>A call that brings a secret instead of a token; a POST brings a JSON object.</summary>
    public IEndpointConventionBuilder CallWithoutToken(string endpoint, Delegate handler) =>
        _group.Map(endpoint, OfficialAccountApi.Platform, handler, rules => rules with { NeedsToken = false }, area);

    /// <summary>A POST whose body is a file.</summary>
    public IEndpointConventionBuilder Upload(string path, Access access, Delegate handler) =>
        _group.MapUpload(path, OfficialAccountApi.Platform, handler, rules => rules with { Allows = Rule(access) }, area);

    private static Func<ApiCaller, bool>? Rule(Access access) => access switch
    {
        Access.Any => null,
        Access.Verified => caller => caller.Account!.IsVerified,
        _ => caller => caller.Account is { IsVerified: true, Kind: AccountKind.Service },
    };
}
