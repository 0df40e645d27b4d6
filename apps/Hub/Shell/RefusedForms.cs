using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Hongyan.Hub.Shell;

/// <summary>
/// Forms that no page takes: sent from elsewhere, too old, too large, or for a form that the page does not have. Each is answered with a
/// status and no words, so that the page about that status is shown; the framework's own words are for developers.
/// </summary>
internal static class RefusedForms
{
    /// <summary>The page about a refusal is only looked at: the form that was refused is not read again.</summary>
    public static Task ShowAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
            context.Features.Set<IAntiforgeryValidationFeature>(null);
        }
        return next(context);
    }

    /// <summary>
    /// Takes back what the framework answers to a form that the page does not have. In Development it has written that by then, so the answer
    /// to a form goes out only once it is whole.
    /// </summary>
    public static async Task TakeBackWordsAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Features.Set(body);
        }
        // Pages of ours explain what was wrong with what somebody wrote with 200; this one comes from the framework.
        if (context.Response.StatusCode == StatusCodes.Status400BadRequest)
            context.Response.ContentType = null;
        // Not even nothing is written where there is nothing, or the answer would have begun.
        else if (answer.Length > 0)
            await context.Response.Body.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length), context.RequestAborted);
    }

    /// <summary>Answers a form that was not ours, is too old or could not be read.</summary>
    public static Task RefuseForgedAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } forged)
            return next(context);
        // What a request says it is, nobody may ask as long as this stands there.
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        context.Response.StatusCode = !context.Request.HasFormContentType ? StatusCodes.Status415UnsupportedMediaType : forged.Error?.InnerException switch
        {
            BadHttpRequestException unread => unread.StatusCode,
            // More fields, or longer ones, than a form may have, or parts of it that do not hang together.
            InvalidDataException or IOException => StatusCodes.Status413PayloadTooLarge,
            _ => StatusCodes.Status400BadRequest,
        };
        return Task.CompletedTask;
    }
}
