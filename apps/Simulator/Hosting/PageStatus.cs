using Hongyan.Simulator.Control;
using Hongyan.Simulator.WeCom;
using Microsoft.AspNetCore.Antiforgery;

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

    /// <summary>Sends a form of an earlier run, whose token cannot be read any more, back to a fresh page.</summary>
    public static void UseExpiredForms(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return next(context);
        context.Response.Redirect(context.Request.Path + "?expired=true");
        return Task.CompletedTask;
    });

    private static bool IsScript(HttpContext context) =>
        context.Request.Path.StartsWithSegments(ControlApi.Prefix) || PlatformApi.Owns(context.Request.Path)
        || context.Request.Path.StartsWithSegments("/assets");
}
