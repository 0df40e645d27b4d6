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
        services.AddState<SimulatedWorld>(static state => state.Reset());
        services.AddSingleton(new RobotBook(ConfiguredRobots.Read(configuration, apps)));
        services.AddState<RobotBook>(static state => state.Reset());
        services.AddSingleton(new DeliverySettingsStore(ReadDeliverySettings(configuration)));
        services.AddState<DeliverySettingsStore>(static state => state.Reset());
        services.AddSingleton<LiveFeed>();
        services.AddState<ConversationLog>(static state => state.Clear());
        services.AddState<ReadMarks>(static state => state.Clear());
        services.AddState<DeliveryLog>(static state => state.Clear());
        services.AddState<SimulatedClock>(static state => state.Reset());
        services.AddSingleton<LaterWork>();
        services.AddState<FaultSwitches>(static state => state.Clear());
        services.AddState<MediaStore>(static state => state.Clear());
        services.AddSingleton<SampleMedia>();
        services.AddState<AccessTokens>(static state => state.Clear());
        services.AddState<ApiCallLog>(static state => state.Clear());
        services.AddState<ApiFaults>(static state => state.Clear());
        services.AddSingleton<ApiPaths>();
        services.AddState<AppMenus>(static state => state.Reset());
        services.AddState<Workbenches>(static state => state.Clear());
        services.AddState<OAuthCodes>(static state => state.Clear());
        services.AddState<JsSdkTickets>(static state => state.Clear());
        services.AddState<GroupChats>(static state => state.Reset());
        services.AddState<RobotMedia>(static state => state.Clear());
        services.AddState<SentMessages>(static state => state.Clear());
        services.AddState<ResponseCodes>(static state => state.Clear());
        services.AddState<MessageQuotas>(static state => state.Clear());
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
        services.AddState<CustomerBook>(static state => state.Reset());
        services.AddState<WelcomeCodes>(static state => state.Clear());
        services.AddSingleton<CustomerReports>();
        services.AddState<ServiceAccounts>(static state => state.Reset());
        services.AddState<ServiceSessions>(static state => state.Clear());
        services.AddState<ServiceCodes>(static state => state.Clear());
        services.AddSingleton<ServiceMessageReader>();
        services.AddSingleton<ServiceActions>();
        services.AddState<CheckInLog>(static state => state.Clear());
        services.AddState<Followers>(static state => state.Reset());
        services.AddState<AccountTags>(static state => state.Reset());
        services.AddState<SceneCodes>(static state => state.Clear());
        services.AddState<ShortKeys>(static state => state.Clear());
        services.AddState<DailyQuotas>(static state => state.Clear());
        services.AddState<CallRids>(static state => state.Clear());
        services.AddState<ConditionalMenus>(static state => state.Clear());
        services.AddState<AccountTickets>(static state => state.Clear());
        services.AddState<AccountSignIns>(static state => state.Clear());
        services.AddState<KfStaff>(static state => state.Clear());
        services.AddState<KfDesk>(static state => state.Clear());
        services.AddState<ReplyWindows>(static state => state.Clear());
        services.AddState<TypingStates>(static state => state.Clear());
        services.AddState<TokenRefreshes>(static state => state.Clear());
        services.AddSingleton<CustomerMessageReader>();
        services.AddSingleton<AccountVerifier>();
        services.AddState<Materials>(static state => state.Clear());
        services.AddSingleton<NewsReader>();
        services.AddState<Drafts>(static state => state.Clear());
        services.AddState<ArticleBook>(static state => state.Clear());
        services.AddState<JobSettingsBook>(static state => state.Clear());
        services.AddState<Publications>(static state => state.Clear());
        services.AddSingleton<MassMessageReader>();
        services.AddState<MassQuotas>(static state => state.Clear());
        services.AddState<MassSpeeds>(static state => state.Clear());
        services.AddState<MassJobs>(static state => state.Clear());
        services.AddState<Templates>(static state => state.Reset());
        services.AddState<TemplateSends>(static state => state.Clear());
        services.AddState<SubscriptionTemplates>(static state => state.Clear());
        services.AddState<Consents>(static state => state.Clear());
        services.AddState<RobotMediaLinks>(static state => state.Clear());
        services.AddState<ResponseUrls>(static state => state.Clear());
        services.AddSingleton<RobotPlaintext>();
        services.AddSingleton<RobotAnswerReader>();
        services.AddSingleton<RobotAttempts>();
        services.AddState<RobotStreams>(static state => state.Clear());
        services.AddSingleton<RobotDeliveries>();
        services.AddState<RobotVisits>(static state => state.Clear());
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
