using System.Globalization;
using System.Security.Cryptography;

namespace Hongyan.Simulator.WeCom;

/// <summary>The API of 企业微信: how its calls are written, and its manner of refusing one.</summary>
internal static class WeComApi
{
    /// <summary>The platform.</summary>
    public static ApiPlatform Platform { get; } = new()
    {
        NoToken = WeComErrors.NoToken,
        WrongToken = WeComErrors.WrongToken,
        ReplacedToken = WeComErrors.WrongToken,
        ExpiredToken = WeComErrors.ExpiredToken,
        NotGet = WeComErrors.NotGet,
        NotPost = WeComErrors.NotPost,
        WrongJson = WeComErrors.WrongJson,
        Forbidden = WeComErrors.Forbidden,
        OfAnyCall =
        [
            WeComErrors.Busy, WeComErrors.WrongSecret, WeComErrors.WrongToken, WeComErrors.NoToken, WeComErrors.ExpiredToken, WeComErrors.TooOften,
            WeComErrors.TooManyAtOnce, WeComErrors.Forbidden, WeComErrors.UntrustedAddress,
        ],
        SpoilsTokens = code => code == WeComErrors.WrongToken.Code || code == WeComErrors.ExpiredToken.Code,
        Explain = Explain,
    };

    /// <summary>Maps all calls.</summary>
    public static void MapCalls(RouteGroupBuilder api)
    {
        TokenApi.Map(api);
        MediaApi.Map(api);
        CustomerApi.Map(api);
        CustomerTagApi.Map(api);
        ContactWayApi.Map(api);
        CustomerGroupApi.Map(api);
        ServiceAccountApi.Map(api);
        ServiceSessionApi.Map(api);
        ServiceMessageApi.Map(api);
        CheckInApi.Map(api);
        MessageApi.Map(api);
        AppChatApi.Map(api);
        WebhookApi.Map(api);
        UserApi.Map(api);
        UserListApi.Map(api);
        DepartmentApi.Map(api);
        TagApi.Map(api);
        AgentApi.Map(api);
        WorkbenchApi.Map(api);
        MenuApi.Map(api);
        OAuthApi.Map(api);
        JsSdkApi.Map(api);
        ResponseUrlApi.Map(api);
    }

    /// <summary>A call with a token; a POST brings a JSON object.</summary>
    /// <param name="api">The platform's API.</param>
    /// <param name="endpoint">Verb and path below /cgi-bin, for example <c>GET /user/get</c>.</param>
    /// <param name="module">What the caller needs; null: any token will do.</param>
    /// <param name="handler">Answers.</param>
    public static IEndpointConventionBuilder Call(this RouteGroupBuilder api, string endpoint, ApiModule? module, Delegate handler) =>
        api.Map(endpoint, Platform, handler, rules => rules with { Allows = module is { } needed ? caller => caller.Modules.Contains(needed) : null });

    /// <summary>A call that brings a secret or a key instead of a token; a POST brings a JSON object.</summary>
    public static IEndpointConventionBuilder CallWithoutToken(this RouteGroupBuilder api, string endpoint, Delegate handler) =>
        api.Map(endpoint, Platform, handler, rules => rules with { NeedsToken = false });

    /// <summary>A POST whose body is a file.</summary>
    public static IEndpointConventionBuilder Upload(this RouteGroupBuilder api, string path, Delegate handler) =>
        api.MapUpload(path, Platform, handler, rules => rules);

    /// <summary>A POST whose body is a file, with a key instead of a token.</summary>
    public static IEndpointConventionBuilder UploadWithoutToken(this RouteGroupBuilder api, string path, Delegate handler) =>
        api.MapUpload(path, Platform, handler, rules => rules with { NeedsToken = false });

    private static string Explain(ApiError error, HttpContext context)
    {
        var hint = RandomNumberGenerator.GetString("0123456789", 22);
        var address = context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped
            ? mapped.MapToIPv4()
            : context.Connection.RemoteIpAddress;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{error.Message}, hint: [{hint}], from ip: {address}, more info at https://open.work.weixin.qq.com/devtool/query?e={error.Code}");
    }
}
