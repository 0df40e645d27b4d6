namespace Hongyan.Hub.Shell;

/// <summary>What a browser may do with the console's pages: load only from here, run no script, show in no frame, keep nothing.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // A page about people must not lie in a shared computer's cache, nor come back by its back button after signing out.
        headers.CacheControl = "no-store";
        return next(context);
    }
}
