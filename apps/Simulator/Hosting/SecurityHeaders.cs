namespace Hongyan.Simulator.Hosting;

/// <summary>What a browser may do with our pages: load only from here (pictures excepted: replies name them; blob: is what somebody is about to send), run no inline script, show in no frame.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; img-src 'self' http: https: blob:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // Not no-referrer: browsers then send "Origin: null" with our own forms, and OwnOriginOnly refuses them.
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    }
}
