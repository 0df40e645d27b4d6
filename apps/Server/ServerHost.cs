using System.Globalization;
using Hongyan.Server.Demo;
using Hongyan.Server.Health;
using Hongyan.Server.Push;
using Hongyan.Server.Storage;
using Hongyan.Server.Telemetry;

namespace Hongyan.Server;

/// <summary>The host: every account of the configuration under <c>/callback/{account}</c>, and in Development the simulator beside it.</summary>
public static class ServerHost
{
    private const string FallbackAddress = "http://127.0.0.1:5080";

    /// <summary>Builds the server; the caller starts it.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="configure">Replaces services, such as the TimeProvider in a test.</param>
    /// <exception cref="HongyanStartupException">The configuration is wrong; the message says what to change.</exception>
    /// <exception cref="ListenException">So is the simulator's address.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        UseLanguage(builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(FallbackAddress);

        if (builder.Environment.IsDevelopment())
            DevelopmentAccounts.AddTo(builder.Configuration, SimulatorBeside.AddressIn(builder.Configuration));
        builder.AddLogLevels();

        var accounts = ConfiguredAccount.ReadAll(builder.Configuration);
        foreach (var account in accounts)
            AccountPlatform.All[account.Platform].Add(builder, account);

        builder.AddTrustedProxies();
        builder.Services.AddLocalization();
        builder.Services.AddHealthChecks();
        builder.AddTelemetry();
        var storage = builder.AddStorage();
        builder.Services.AddDemo(builder.Configuration, hasStore: storage.IsDurable);
        var desk = BugDesk.Find(builder.Configuration, builder.Environment, hasStore: storage.IsDurable, accounts);
        if (desk is not null)
            builder.AddIssueDesk().AddIssueDeskConsole();
        builder.AddPush(hasStore: storage.IsDurable, accounts);
        builder.AddConsole(storage.DataFolder);
        builder.AddSchedules(storage);
        SimulatorBeside.CheckAllowed(builder.Configuration, builder.Environment);

        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.MapHealth();
        app.MapMetrics();
        PushEndpoints.Map(app);
        StartPage.Map(app);

        var answersDemo = builder.Configuration.GetValue("Demo:Enabled", builder.Environment.IsDevelopment());
        foreach (var account in accounts)
        {
            var bot = AccountPlatform.All[account.Platform].Map(app, $"/callback/{account.Name}", account.Name);
            if (account == desk)
                app.MapIssueDesk(bot);
            else if (answersDemo)
                bot.MapDemo(app.Services);
        }
        app.MapConsole();
        return app;
    }

    /// <summary>Runs the server until it is told to stop.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Receives where everything is.</param>
    /// <param name="error">Receives why it could not start and what to do.</param>
    /// <returns>The exit code: 0, or 1 when it could not start.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            await using var app = Build(args);
            try
            {
                if (!await StartAsync(app))
                    return 0;
                await using var simulator = await SimulatorBeside.StartAsync(app);
                await output.WriteLineAsync(StartMessage.For(app, simulator));
                await app.WaitForShutdownAsync();
                return 0;
            }
            catch (Exception failure) when (StartProblem.Explain(failure) is not null)
            {
                await StopQuietlyAsync(app);
                throw;
            }
        }
        catch (Exception failure) when (StartProblem.Explain(failure) is { } sentence)
        {
            await error.WriteLineAsync(sentence);
            return 1;
        }
    }

    /// <summary>Whatever has begun ends before the services are gone from under it, or it would complain of that after the sentence.</summary>
    private static async Task StopQuietlyAsync(WebApplication app)
    {
        try
        {
            await app.StopAsync();
        }
#pragma warning disable CA1031 // Why it did not start is what counts; what half of a server fails at when it stops follows from that.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    /// <returns>False where it was told to stop meanwhile.</returns>
    private static async Task<bool> StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
            return true;
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await StopQuietlyAsync(app);
            return false;
        }
        catch (Exception failure) when (ListenException.Of(failure, app.Configuration["urls"] ?? FallbackAddress, "--urls", 5180) is { } listen)
        {
            throw listen;
        }
    }

    /// <summary>Chat and pages speak Chinese unless <c>Language</c> says otherwise; the machine's own language does not matter.</summary>
    private static void UseLanguage(ConfigurationManager configuration) =>
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo(configuration["Language"] ?? "zh-CN");
}
