using Hongyan.Simulator.Hosting;

namespace Hongyan.Simulator.Api;

/// <summary>
/// How a call of a platform is written: <c>api.Call("POST /tag/create", ApiModule.ContactsWrite, Create)</c>. What <see cref="ApiRules"/> say is
/// checked before the handler runs, and faults happen; the handler takes an <see cref="ApiRequest"/> and services and returns an <see cref="ApiAnswer"/>.
/// </summary>
internal static class ApiRouting
{
    /// <summary>Maps a call.</summary>
    /// <param name="api">The API.</param>
    /// <param name="endpoint">Verb and path below the area, for example <c>GET /user/get</c>.</param>
    /// <param name="platform">Whose call it is.</param>
    /// <param name="handler">Answers.</param>
    /// <param name="change">What is special about the call.</param>
    /// <param name="area">Where <paramref name="api"/> is.</param>
    public static IEndpointConventionBuilder Map(
        this RouteGroupBuilder api, string endpoint, ApiPlatform platform, Delegate handler, Func<ApiRules, ApiRules> change, string area = PlatformApi.Prefix)
    {
        var space = endpoint.IndexOf(' ', StringComparison.Ordinal);
        var (method, path) = (endpoint[..space], endpoint[(space + 1)..]);
        var services = ((IEndpointRouteBuilder)api).ServiceProvider;
        var rules = change(new()
        {
            Platform = platform,
            Method = method,
            ReadsJson = method == HttpMethods.Post,
            Handler = new(() => RequestDelegateFactory.Create(handler, new() { ServiceProvider = services }).RequestDelegate),
        });

        var calls = services.GetRequiredService<ApiPaths>().Add(area + path, rules);
        // The second platform at a path joins the endpoint of the first: the gate finds out whose call it is.
        if (calls.Count > 1)
            return new Joined();
        // Every verb is mapped: the platform answers the wrong one with a code of its own.
        return api.Map(path, context => context.Features.Get<ApiRules>()!.Handler.Value(context)).WithMetadata(calls);
    }

    /// <summary>Maps a POST whose body is a file.</summary>
    public static IEndpointConventionBuilder MapUpload(
        this RouteGroupBuilder api, string path, ApiPlatform platform, Delegate handler, Func<ApiRules, ApiRules> change, string area = PlatformApi.Prefix) =>
        api.Map("POST " + path, platform, handler, rules => change(rules) with { ReadsJson = false }, area).WithMetadata(BodyLimit.ForMedia);

    // What the first call says of the endpoint counts for both.
    private sealed class Joined : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention)
        {
        }
    }
}
