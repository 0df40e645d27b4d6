using Hongyan.Simulator.Hosting;

namespace Hongyan.Simulator.WeCom;

/// <summary>
/// How a call of the platform is written: <c>api.Call("POST /tag/create", ApiModule.ContactsWrite, Create)</c>. What <see cref="ApiRules"/> say is
/// checked before the handler runs, and faults happen; the handler takes an <see cref="ApiRequest"/> and services and returns an <see cref="ApiAnswer"/>.
/// </summary>
internal static class ApiRouting
{
    /// <summary>A call with a token; a POST brings a JSON object.</summary>
    /// <param name="api">The platform's API.</param>
    /// <param name="endpoint">Verb and path below /cgi-bin, for example <c>GET /user/get</c>.</param>
    /// <param name="module">What the caller needs; null: any token will do.</param>
    /// <param name="handler">Answers.</param>
    public static IEndpointConventionBuilder Call(this RouteGroupBuilder api, string endpoint, ApiModule? module, Delegate handler) =>
        api.Map(endpoint, handler, method => new() { Method = method, Module = module, ReadsJson = method == HttpMethods.Post });

    /// <summary>A call that brings a secret or a key instead of a token; a POST brings a JSON object.</summary>
    public static IEndpointConventionBuilder CallWithoutToken(this RouteGroupBuilder api, string endpoint, Delegate handler) =>
        api.Map(endpoint, handler, method => new() { Method = method, NeedsToken = false, ReadsJson = method == HttpMethods.Post });

    /// <summary>A POST whose body is a file.</summary>
    public static IEndpointConventionBuilder Upload(this RouteGroupBuilder api, string path, Delegate handler) =>
        api.Map("POST " + path, handler, method => new() { Method = method }).WithMetadata(BodyLimit.ForMedia);

    /// <summary>A POST whose body is a file, with a key instead of a token.</summary>
    public static IEndpointConventionBuilder UploadWithoutToken(this RouteGroupBuilder api, string path, Delegate handler) =>
        api.Map("POST " + path, handler, method => new() { Method = method, NeedsToken = false }).WithMetadata(BodyLimit.ForMedia);

    // Every verb is mapped: the platform answers the wrong one with a code of its own.
    private static IEndpointConventionBuilder Map(this RouteGroupBuilder api, string endpoint, Delegate handler, Func<string, ApiRules> rules)
    {
        var space = endpoint.IndexOf(' ', StringComparison.Ordinal);
        var services = ((IEndpointRouteBuilder)api).ServiceProvider;
        // Made at the first call: a hundred handlers take a second of processor time to compile, and most starts need a few of them.
        var compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, new() { ServiceProvider = services }).RequestDelegate);
        var (path, rule) = (endpoint[(space + 1)..], rules(endpoint[..space]));
        if (rule.NeedsToken)
            services.GetRequiredService<ApiPaths>().Add(path);
        return api.Map(path, context => compiled.Value(context)).WithMetadata(rule);
    }
}
