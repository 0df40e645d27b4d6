namespace Hongyan.Cli.Accounts;

/// <summary>The connection of one run.</summary>
internal static class PlatformHttp
{
    /// <summary>A client whose time-outs are the caller's. Redirects are not followed: one would take the token to wherever it points.</summary>
    public static HttpClient Create() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
}
