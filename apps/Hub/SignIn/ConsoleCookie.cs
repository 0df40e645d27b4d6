using System.Globalization;
using Hongyan.Hub.Accounts;
using Hongyan.Hub.Shell;
using Hongyan.Hub.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.Hub.SignIn;

/// <summary>
/// The session: a cookie that ends 30 minutes after the last page and 8 hours after signing in, and at once when the account is locked,
/// gets another role or another password.
/// </summary>
internal sealed class ConsoleCookie(IHubStore store, TimeProvider time) : CookieAuthenticationEvents
{
    /// <summary>The name of the scheme.</summary>
    public const string Scheme = "Console";

    private const string CookieName = "hongyan-console";
    private const string BeganKey = "began";
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>A page within this time of the last one does not renew the cookie.</summary>
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = CookieName;
        options.Cookie.Path = ConsolePaths.Root;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.LoginPath = ConsolePaths.SignIn;
        options.ReturnUrlParameter = ReturnUrl.Parameter;
        options.EventsType = typeof(ConsoleCookie);
    }

    /// <summary>Lets somebody in.</summary>
    public static Task SignInAsync(HttpContext context, ConsoleUser user, TimeProvider time)
    {
        var properties = new AuthenticationProperties();
        properties.Items[BeganKey] = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        context.User = user.ToPrincipal(Scheme);
        return context.SignInAsync(Scheme, context.User, properties);
    }

    /// <inheritdoc/>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (ConsoleUser.Of(context.Principal!) is not { } user || IsTooOld(context.Properties) || !await IsCurrentAsync(user, context.HttpContext))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }
        // Left alone, the framework renews after half of the time only, and somebody who reads a page for 16 minutes would be sent away.
        context.ShouldRenew = time.GetUtcNow() - context.Properties.IssuedUtc >= Renewal;
    }

    /// <summary>Answers with the status, for which there is a page, instead of sending people elsewhere.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private bool IsTooOld(AuthenticationProperties properties) =>
        !properties.Items.TryGetValue(BeganKey, out var began)
        || !long.TryParse(began, CultureInfo.InvariantCulture, out var seconds)
        || time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) >= Longest;

    private async Task<bool> IsCurrentAsync(ConsoleUser user, HttpContext context)
    {
        if (user.Id == DevelopmentSignIn.Developer.Id)
            return DevelopmentSignIn.IsAllowed(context);
        await using var db = store.Open();
        return await db.Accounts.AsNoTracking().AnyAsync(
            account => account.Id == user.Id && account.Version == user.Version && account.Role == user.Role && !account.IsLocked, context.RequestAborted);
    }
}
