using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Control;
using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.Live;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.Pages;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hongyan.Simulator;

/// <summary>Builds and runs the simulator: alone as a program, or as a second host in another program's process.</summary>
public static class SimulatorHost
{
    /// <summary>Where the simulator listens unless <c>--urls</c> says otherwise.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5090";

    /// <summary>Builds a host with its own container. Nothing but <paramref name="args"/> configures it: no files, no environment variables.</summary>
    /// <param name="args">For example <c>--urls http://127.0.0.1:5090 --Simulator:Apps:demo:CallbackUrl http://127.0.0.1:5080/callback/demo</c>.</param>
    /// <param name="configure">Replaces services, such as the TimeProvider in a test.</param>
    /// <exception cref="SimulatorStartException">The configuration cannot be used, or asks for Production.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null) =>
        Build(new ConfigurationBuilder().AddCommandLine(args).Build(), configure);

    /// <summary>Runs the simulator alone until it is stopped. Environment variables count too; the command line has the last word.</summary>
    /// <returns>The exit code: 0, or 1 when it could not start, with a sentence on standard error.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var settings = ReadSettings(args);
        var addresses = (settings["urls"] ?? DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        try
        {
            // Either of the two names is enough to say Production, whichever the host would prefer.
            if (new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").Build()["environment"] is { } environment)
                RefuseProduction(environment);

            await using var app = Build(settings, configure: null);
            await app.StartAsync();
            Greeting.Print(app);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (SimulatorStartException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
        catch (Exception exception) when (StartFailure.Explain(exception, addresses, "--urls http://127.0.0.1:5091") is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static IConfigurationRoot ReadSettings(string[] args)
    {
        // Of the unprefixed variables only our own section counts: somebody's ENVIRONMENT or URLS means something else.
        var ours = new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection("Simulator").AsEnumerable();
        return new ConfigurationBuilder()
            .AddInMemoryCollection(ours)
            .AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_")
            .AddCommandLine(args)
            .Build();
    }

    private static WebApplication Build(IConfiguration settings, Action<WebApplicationBuilder>? configure)
    {
        var environment = settings["environment"] ?? Environments.Development;
        RefuseProduction(environment);

        // The empty builder reads neither files nor the environment: inside another program these belong to that program.
        var builder = WebApplication.CreateEmptyBuilder(new()
        {
            ApplicationName = typeof(SimulatorHost).Assembly.GetName().Name,
            EnvironmentName = environment,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection([new("urls", DefaultUrl), new("AllowedHosts", "localhost;127.0.0.1;[::1]")]);
        builder.Configuration.AddConfiguration(settings);
        builder.WebHost.UseKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = BodyLimit.Usual;
            // File names leave as the platform writes them; every other header is ASCII.
            options.ResponseHeaderEncodingSelector = name =>
                name.Equals("Content-disposition", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : null;
        });
        builder.Logging.AddSimpleConsole(options => options.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            // A failure to start is explained in a sentence; the host would add its stack trace.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical)
            // A cookie of an earlier run cannot be read any more; that is no error worth a line.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        AddPlatform(builder.Services, builder.Configuration);
        AddHttp(builder.Services, builder.Configuration);
        builder.Services.AddControlApi();
        configure?.Invoke(builder);

        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    private static void RefuseProduction(string environment)
    {
        if (string.Equals(environment, Environments.Production, StringComparison.OrdinalIgnoreCase))
            throw new SimulatorStartException(
                "HY1012 模拟器不能在 Production 环境运行：它让任何人都能冒充企业微信和成员。\n"
                + "HY1012 The simulator does not run in Production: it lets anybody pose as WeCom and as its members.");
    }

    private static void AddPlatform(IServiceCollection services, ConfigurationManager configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        var apps = ConfiguredApps.Read(configuration);
        var accounts = ConfiguredAccounts.Read(configuration, apps);
        services.AddSingleton(provider => new SimulatedWorld(apps, accounts, provider.GetRequiredService<LiveFeed>()));
        services.AddSingleton(new RobotBook(ConfiguredRobots.Read(configuration, apps)));
        services.AddSingleton(new DeliverySettingsStore(ReadDeliverySettings(configuration)));
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<ConversationLog>();
        services.AddSingleton<ReadMarks>();
        services.AddSingleton<DeliveryLog>();
        services.AddSingleton<SimulatedClock>();
        services.AddSingleton<LaterWork>();
        services.AddSingleton<FaultSwitches>();
        services.AddSingleton<MediaStore>();
        services.AddSingleton<SampleMedia>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<ApiCallLog>();
        services.AddSingleton<ApiFaults>();
        services.AddSingleton<ApiPaths>();
        services.AddSingleton<AppMenus>();
        services.AddSingleton<Workbenches>();
        services.AddSingleton<OAuthCodes>();
        services.AddSingleton<JsSdkTickets>();
        services.AddSingleton<GroupChats>();
        services.AddSingleton<RobotMedia>();
        services.AddSingleton<SentMessages>();
        services.AddSingleton<ResponseCodes>();
        services.AddSingleton<MessageQuotas>();
        services.AddSingleton<ContentReader>();
        services.AddSingleton<ActiveSender>();
        services.AddSingleton<CardUpdates>();
        services.AddSingleton<BotRouteReader>();
        services.AddSingleton<CallbackSender>();
        services.AddSingleton<CallbackWires>();
        services.AddSingleton<AttemptRunner>();
        services.AddSingleton<DeliveryEngine>();
        services.AddSingleton<LoadDriver>();
        services.AddSingleton<LoadRuns>();
        services.AddSingleton<UrlVerifier>();
        services.AddSingleton<CustomerBook>();
        services.AddSingleton<WelcomeCodes>();
        services.AddSingleton<CustomerReports>();
        services.AddSingleton<ServiceAccounts>();
        services.AddSingleton<ServiceSessions>();
        services.AddSingleton<ServiceCodes>();
        services.AddSingleton<ServiceMessageReader>();
        services.AddSingleton<ServiceActions>();
        services.AddSingleton<CheckInLog>();
        services.AddSingleton<Followers>();
        services.AddSingleton<AccountTags>();
        services.AddSingleton<SceneCodes>();
        services.AddSingleton<ShortKeys>();
        services.AddSingleton<DailyQuotas>();
        services.AddSingleton<CallRids>();
        services.AddSingleton<ConditionalMenus>();
        services.AddSingleton<AccountTickets>();
        services.AddSingleton<AccountSignIns>();
        services.AddSingleton<KfStaff>();
        services.AddSingleton<KfDesk>();
        services.AddSingleton<ReplyWindows>();
        services.AddSingleton<TypingStates>();
        services.AddSingleton<TokenRefreshes>();
        services.AddSingleton<CustomerMessageReader>();
        services.AddSingleton<AccountVerifier>();
        services.AddSingleton<Materials>();
        services.AddSingleton<NewsReader>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<ArticleBook>();
        services.AddSingleton<JobSettingsBook>();
        services.AddSingleton<Publications>();
        services.AddSingleton<MassMessageReader>();
        services.AddSingleton<MassQuotas>();
        services.AddSingleton<MassSpeeds>();
        services.AddSingleton<MassJobs>();
        services.AddSingleton<Templates>();
        services.AddSingleton<TemplateSends>();
        services.AddSingleton<SubscriptionTemplates>();
        services.AddSingleton<Consents>();
        services.AddSingleton<RobotMediaLinks>();
        services.AddSingleton<ResponseUrls>();
        services.AddSingleton<RobotPlaintext>();
        services.AddSingleton<RobotAnswerReader>();
        services.AddSingleton<RobotAttempts>();
        services.AddSingleton<RobotStreams>();
        services.AddSingleton<RobotDeliveries>();
        services.AddSingleton<RobotVisits>();
        services.AddSingleton<SimulatorReset>();
    }

    private static DeliverySettings ReadDeliverySettings(ConfigurationManager configuration)
    {
        try
        {
            var settings = configuration.GetSection("Simulator").Get<DeliverySettings>() ?? new();
            return settings.FindInvalid() is { } field
                ? throw new SimulatorStartException($"Simulator:{field} is out of its range.")
                : settings;
        }
        catch (InvalidOperationException exception)
        {
            throw new SimulatorStartException(exception.Message);
        }
    }

    private static void AddHttp(IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddRouting();
        services.AddHostFiltering(options => options.AllowedHosts =
            [.. configuration["AllowedHosts"]!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);
        services.AddLocalization();
        services.AddSingleton<Wording>();
        services.AddRazorComponents();
        // Cookies know no ports: under the default name this one would meet that of the bot's own pages.
        services.AddAntiforgery(options => options.Cookie.Name = "hongyan-simulator-form");
        // Chinese text is written as it is, not as entities.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        // Keys live as long as the process: nothing is written to the disk of whoever tries the simulator.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseHostFiltering();
        app.UseMiddleware<SecurityHeaders>();
        app.UseRequestLocalization(Languages.Options);
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException });
        app.UseMiddleware<OwnOriginOnly>();
        app.UseApiCallRecorder();
        app.UsePageStatus();
        app.UseRouting();
        app.UseMiddleware<BoundedBody>();
        app.UseApiGate();
        app.UseAntiforgery();
        app.UseExpiredForms();
        app.MapControlApi();
        app.MapPlatformApi();
        app.MapPages();
    }
}
