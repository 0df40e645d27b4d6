using Hongyan.Simulator.Resources;

namespace Hongyan.Simulator.Hosting;

/// <summary>Answers 413 where the length is announced; Kestrel alone would close the connection without a word.</summary>
internal sealed class BoundedBody(RequestDelegate next)
{
    /// <summary>Bytes of a request body.</summary>
    public const long MaxLength = 1024 * 1024;

    public Task InvokeAsync(HttpContext context, Wording wording)
    {
        if (context.Request.ContentLength is not > MaxLength)
            return next(context);

        context.Response.Headers.Connection = "close";
        return Results.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, title: wording["Problem_TooLarge"]).ExecuteAsync(context);
    }
}
