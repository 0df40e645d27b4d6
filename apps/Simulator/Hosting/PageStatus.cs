using Hongyan.Simulator.Control;
using Hongyan.Simulator.WeCom;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;

namespace Hongyan.Simulator.Hosting;

/// <summary>Errors that nobody wrote a body for: a page for people, problem details for scripts.</summary>
internal static class PageStatus
{
    /// <summary>Handles empty error responses.</summary>
    public static void UsePageStatus(this WebApplication app)
    {
        app.UseWhen(IsScript, script => script.UseStatusCodePages());
        app.UseWhen(context => !IsScript(context), page => page.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
    }

    /// <summary>Sends a form of an earlier run, whose token cannot be read any more, or which the page does not have any more, back to a fresh page.</summary>
    public static void UseExpiredForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
            ShowFreshPage(context);
        else if (HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            await RefuseUnknownFormAsync(context, next);
        else
            await next(context);
    });

    /// <summary>The framework answers a form that the page does not have with words for developers, so the answer goes out only once it is whole.</summary>
    private static async Task RefuseUnknownFormAsync(HttpContext context, RequestDelegate next)
    {
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
        // A page of ours that says 400 says why, and not in plain text.
        if (context.Response.StatusCode == StatusCodes.Status400BadRequest && (answer.Length == 0 || context.Response.ContentType == "text/plain"))
            ShowFreshPage(context);
        else if (answer.Length > 0)
            await context.Response.Body.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length), context.RequestAborted);
    }

    private static void ShowFreshPage(HttpContext context)
    {
        context.Response.ContentType = null;
        context.Response.Redirect(context.Request.Path + "?expired=true");
    }

    private static bool IsScript(HttpContext context) =>
        context.Request.Path.StartsWithSegments(ControlApi.Prefix) || PlatformApi.Owns(context.Request.Path)
        || context.Request.Path.StartsWithSegments("/assets");
}
