using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hongyan.Hub.Accounts;
using Hongyan.Hub.Audit;
using Hongyan.Hub.Deliveries;
using Hongyan.Hub.Resources;
using Hongyan.Hub.Schedules;
using Hongyan.Hub.Shell;
using Hongyan.Hub.SignIn;
using Hongyan.Hub.Storage;
using Hongyan.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Builder;

/// <summary>The console (控制台) of a server: its services and its pages.</summary>
public static class ConsoleBuilderExtensions
{
    /// <summary>Registers the console. The store, if there is one, is registered before.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="dataFolder">Where the server keeps things; null without a store.</param>
    /// <exception cref="Hongyan.HongyanStartupException">HY1020: <c>Console:AutoSignIn</c> outside Development.</exception>
    public static WebApplicationBuilder AddConsole(this WebApplicationBuilder builder, string? dataFolder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var options = ConsoleOptions.Read(builder.Configuration, builder.Environment, dataFolder);
        services.AddSingleton(options);
        services.AddLocalization();
        services.AddSingleton<Wording>();
        if (!options.IsOpen)
            return builder;

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(ConfiguredTimeZone.Of(builder.Configuration));
        AddStore(services, hasStore: dataFolder is not null);
        AddSignIn(services);
        AddPages(builder);
        return builder;
    }

    /// <summary>
    /// Puts the console's pages, and those that applications brought along, under <c>/console</c>, and signing in before every endpoint that
    /// asks for it. Goes last: what asks for nothing is answered here and passes no middleware that is added afterwards.
    /// </summary>
    public static void MapConsole(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (!app.Services.GetRequiredService<ConsoleOptions>().IsOpen)
        {
            ClosedConsole.Map(app);
            return;
        }
        app.UseRouting();
        // A callback does not pay for what only people need.
        app.MapWhen(context => !IsPage(context) && !NeedsSignIn(context), straight => straight.UseEndpoints(_ => { }));
        app.UseWhen(IsPage, UseFrame);
        // The frame sends a request that was refused to the page about it. What has its endpoint already passes the second routing by.
        app.UseRouting();
        app.UseAuthentication();
        app.UseWhen(IsPage, pages => pages.UseMiddleware<DevelopmentSignIn>());
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseWhen(IsPage, pages => pages.Use(RefusedForms.RefuseForgedAsync));

        ConsoleAssets.Map(app);
        SignOutEndpoint.Map(app);
        app.MapRazorComponents<App>()
            .AddAdditionalAssemblies([.. app.Services.GetRequiredService<ConsoleMenu>().Assemblies])
            .Add(CloseByDefault);
    }

    private static void AddStore(IServiceCollection services, bool hasStore)
    {
        if (hasStore)
            services.AddSingleton<IHubStore, StoredHub>();
        else
            services.AddSingleton<IHubStore, MemoryHub>().AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddHostedService<HubMigration>();
        services.AddSingleton(provider => new AuditTrail(provider.GetRequiredService<IHubStore>(), provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddSingleton<IPasswordHasher<AccountRow>, PasswordHasher<AccountRow>>();
        services.AddSingleton<ConsoleAccounts>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<SetupLink>();
        services.AddHostedService(provider => provider.GetRequiredService<SetupLink>());
        services.AddSingleton<ConsoleCookie>();
        services.AddAuthentication(ConsoleCookie.Scheme).AddCookie(ConsoleCookie.Scheme, ConsoleCookie.Configure);
        services.AddAuthorization(ConsoleAccess.AddPolicies);
        services.AddSingleton<IAuthorizationHandler, ConsoleAccess>();
        services.AddAntiforgery(options => options.Cookie.Name = "hongyan-console-form");
    }

    private static void AddPages(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ConsoleMenu>();
        services.AddSingleton<ConsoleClock>();
        services.AddSingleton<DeliveryRetry>();
        services.AddSingleton<SentAnswers>();
        services.AddRazorComponents();
        // Chinese text is written as it is, not as entities.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        // A form that was open for too long is no error worth a stack trace.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
        services.AddConsolePages<Texts>("Menu_Console", menu => menu
            .Add<DeliveriesPage>("Menu_Deliveries").Add<SchedulesPage>("Menu_Schedules").Add<AccountsPage>("Menu_Accounts").Add<AuditPage>("Menu_Audit"));
    }

    private static bool IsPage(HttpContext context) =>
        context.Request.Path.StartsWithSegments(ConsolePaths.Root) || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private static bool NeedsSignIn(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } metadata && (metadata.GetMetadata<IAuthorizeData>() is not null || metadata.GetMetadata<IAntiforgeryMetadata>() is not null);

    /// <summary>What stands around every page: headers, language, and a page for whatever goes wrong.</summary>
    private static void UseFrame(IApplicationBuilder pages)
    {
        pages.Use(SecurityHeaders.AddAsync);
        pages.UseRequestLocalization(Languages.Options);
        pages.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = $"{ConsolePaths.Status}/500",
            StatusCodeSelector = failure => failure is StoreUnavailableException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
            CreateScopeForErrors = true,
            // The store has said itself that it cannot be written.
            SuppressDiagnosticsCallback = failed => failed.Exception is StoreUnavailableException,
        });
        pages.UseStatusCodePagesWithReExecute(ConsolePaths.Status + "/{0}", createScopeForStatusCodePages: true);
        pages.Use(RefusedForms.ShowAsync);
        pages.Use(RefusedForms.TakeBackWordsAsync);
    }

    /// <summary>A page below /console that forgets to say who may see it is not open to everybody.</summary>
    private static void CloseByDefault(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route } && route.StartsWith(ConsolePaths.Root, StringComparison.OrdinalIgnoreCase)
            && !endpoint.Metadata.Any(item => item is IAuthorizeData or IAllowAnonymous))
            endpoint.Metadata.Add(new ConsolePageAttribute(ConsoleRole.Viewer));
    }
}
