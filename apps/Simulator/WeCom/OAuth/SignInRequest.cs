using System.Globalization;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>What a web page asks for when it sends a browser to sign in (网页授权、扫码登录).</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/91022, 98152.</remarks>
internal sealed record SignInRequest
{
    private const int MaxState = 128;

    /// <summary>The app; null when the address names none.</summary>
    public required WeComApp? App { get; init; }

    /// <summary>Where the browser goes back to.</summary>
    public required Uri RedirectUri { get; init; }

    /// <summary>Comes back as it is; null when there is none.</summary>
    public required string? State { get; init; }

    /// <summary>Whether the member is asked to tell more (snsapi_privateinfo).</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Reads /connect/oauth2/authorize.</summary>
    public static (SignInRequest? Request, SignInProblem? Problem) ReadAuthorize(IQueryCollection query, SimulatedWorld world)
    {
        if (query["response_type"] != "code")
            return (null, new("ResponseType", null));
        var scope = query["scope"].ToString();
        if (scope is not ("snsapi_base" or "snsapi_privateinfo"))
            return (null, new("Scope", null, scope));
        var isPrivate = scope == "snsapi_privateinfo";
        var (request, problem) = Read(query, world, needsAgent: isPrivate);
        return (request is null ? null : request with { IsPrivate = isPrivate }, problem);
    }

    /// <summary>Reads the address of a QR login, the new one or the old.</summary>
    public static (SignInRequest? Request, SignInProblem? Problem) ReadQrLogin(IQueryCollection query, SimulatedWorld world, bool isOld) =>
        !isOld && query["login_type"] != "CorpApp" ? (null, new("LoginType", null)) : Read(query, world, needsAgent: true);

    /// <summary>The address to go back to with a code.</summary>
    public string GoBack(string code, string? corpId = null)
    {
        var back = RedirectUri.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped);
        var fields = $"code={code}" + (State is null ? "" : $"&state={State}") + (corpId is null ? "" : $"&appid={corpId}");
        return $"{back}{(RedirectUri.Query.Length > 0 ? '&' : '?')}{fields}{RedirectUri.Fragment}";
    }

    private static (SignInRequest? Request, SignInProblem? Problem) Read(IQueryCollection query, SimulatedWorld world, bool needsAgent)
    {
        var corpId = query["appid"].ToString();
        if (!world.Apps.Any(app => app.CorpId == corpId))
            return (null, new("CorpId", 40013, corpId));

        WeComApp? found = null;
        var agentId = query["agentid"].ToString();
        if (agentId.Length > 0 || needsAgent)
        {
            found = world.Apps.FirstOrDefault(app => app.CorpId == corpId && app.AgentId.ToString(CultureInfo.InvariantCulture) == agentId);
            if (found is null)
                return (null, new("AgentId", 40056, agentId));
        }

        var state = query["state"].ToString();
        if (state.Length > MaxState || !state.All(char.IsAsciiLetterOrDigit))
            return (null, new("State", 84025, state));

        var redirectUri = query["redirect_uri"].ToString();
        if (!Uri.TryCreate(redirectUri, UriKind.Absolute, out var back) || (back.Scheme != Uri.UriSchemeHttps && back.Scheme != Uri.UriSchemeHttp))
            return (null, new("RedirectUri", 50001, redirectUri));
        var asking = found is not null ? [found] : world.Apps.Where(app => app.CorpId == corpId);
        if (!asking.Any(app => TrustedDomain.Covers(app, back)))
            return (null, new("Untrusted", 50001, TrustedDomain.Of(back), string.Join(' ', asking.Select(app => app.DisplayName))));
        return (new() { App = found, RedirectUri = back, State = state.Length == 0 ? null : state }, null);
    }
}
