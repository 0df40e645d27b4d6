using Hongyan.Simulator.Resources;
using Microsoft.AspNetCore.Http.Metadata;

namespace Hongyan.Simulator.Hosting;

/// <summary>Answers 413 where the length is announced; Kestrel alone would close the connection without a word. Goes after routing.</summary>
internal sealed class BoundedBody(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, Wording wording)
    {
        if (context.Request.ContentLength is not { } length || length <= LimitOf(context))
            return next(context);

        context.Response.Headers.Connection = "close";
        return Results.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, title: Title(context, wording)).ExecuteAsync(context);
    }

    /// <summary>The sentence that names the limit.</summary>
    public static string Title(HttpContext context, Wording wording) => wording["Problem_TooLarge", LimitOf(context) / (1024 * 1024)];

    private static long LimitOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? BodyLimit.Usual;
}
