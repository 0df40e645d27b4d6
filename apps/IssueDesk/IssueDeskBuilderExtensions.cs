using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hongyan.Hub.Cluster;
using Hongyan.Hub.Schedules;
using Hongyan.IssueDesk;
using Hongyan.IssueDesk.Announcements;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Reporters;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Skills;
using Hongyan.IssueDesk.Skills.Chat;
using Hongyan.IssueDesk.Skills.Weather;
using Hongyan.IssueDesk.Storage;
using Hongyan.IssueDesk.Trackers;
using Hongyan.IssueDesk.Trackers.Demo;
using Hongyan.IssueDesk.Trackers.Jira;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers the bug desk (提 bug).</summary>
public static class IssueDeskBuilderExtensions
{
    /// <summary>Registers the desk of section <c>IssueDesk</c>. It needs a store, which is to be registered before it.</summary>
    /// <param name="builder">The application's builder.</param>
    public static IHostApplicationBuilder AddIssueDesk(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var console = new ConsoleConfiguration();
        console.AddTo(builder.Configuration);
        services.AddSingleton(console);
        services.AddSingleton<OutsideValues>();
        services.AddSingleton<ConsoleSettings>();
        // Checked by SettingsAtStart: before the store is open, what the console has set is not known.
        services.AddOptions<IssueDeskOptions>().BindConfiguration(IssueDeskOptions.Section)
            .PostConfigure<OutsideValues>((options, outside) => outside.Complete(options, console));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<IssueDeskOptions>, IssueDeskOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(ConfiguredTimeZone.Of(builder.Configuration));
        services.AddRazorComponents();
        services.AddAntiforgery();
        // Chinese text is written as it is, not as entities.
        services.TryAddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddHttpClient(RobotClients.HttpClientName).RemoveAllLoggers();

        services.AddHttpClient(JiraConnection.HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan).UseSocketsHttpHandler((handler, _) =>
        {
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
            handler.ConnectTimeout = TimeSpan.FromSeconds(10);
            // A redirect is a sign-in page, or leads the token somewhere else.
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
        });

        services.TryAddSingleton<ICluster, OneNode>();
        services.AddSingleton<DeskSignals>();
        services.AddSingleton<DeskStore>();
        services.AddSingleton<IDeskStore>(provider => provider.GetRequiredService<DeskStore>());
        services.AddSingleton<DeskSettings>();
        services.AddSingleton<DeskTexts>();
        services.AddSingleton<DeskAddress>();

        services.AddSingleton<DraftBook>();
        services.AddSingleton<DraftPreview>();
        services.AddSingleton<DraftConversation>();
        services.AddSingleton<CardClicks>();
        services.AddSingleton<DraftAttachments>();
        services.AddSingleton<MyBugs>();

        services.AddSingleton<ReporterDirectory>();
        services.AddSingleton<Welcomes>();
        services.AddSingleton<RateLimit>();
        AddSkills(services);

        services.AddSingleton<NoTracker>();
        services.AddSingleton<DemoTracker>();
        services.AddSingleton<JiraConnection>();
        services.AddSingleton<JiraFields>();
        services.AddSingleton<JiraForm>();
        services.AddSingleton<JiraTracker>();
        services.AddSingleton<TrackerChoice>();
        services.AddSingleton<TrackerPause>();
        services.AddSingleton<IssueMaker>();
        services.AddSingleton<Submission>();
        services.AddSingleton<SubmissionRecords>();
        services.AddSingleton<Refusals>();
        services.AddSingleton<AttachmentUploads>();
        services.AddSingleton<IssueStates>();
        services.AddSingleton<Errands>();
        services.AddSingleton<ErrandRuns>();

        services.AddSingleton<GroupCards>();
        services.AddSingleton<RobotClients>();
        services.AddSingleton<CardCalls>();

        services.AddHostedService(provider => provider.GetRequiredService<DeskStore>());
        services.AddHostedService<SettingsAtStart>();
        services.AddPeriodicWork<DraftKeeper>();
        services.AddHostedService<AnnouncementSender>();
        services.AddHostedService<Submitter>();
        services.AddPeriodicWork<JiraPolling>();
        return builder;
    }

    private static void AddSkills(IServiceCollection services)
    {
        services.AddOptions<WeatherOptions>().BindConfiguration(WeatherOptions.Section)
            .Validate(options => options.Provider.ToUpperInvariant() is "OPENMETEO" or "QWEATHER", "HY2001: Skills:Weather:Provider must be OpenMeteo or QWeather.")
            .Validate(
                options => !options.Provider.Equals("QWeather", StringComparison.OrdinalIgnoreCase) || (options.BaseUrl is not null && !string.IsNullOrEmpty(options.Key)),
                "HY2001: Skills:Weather:BaseUrl and Skills:Weather:Key are needed for QWeather: the API host and the key of its console.")
            .ValidateOnStart();
        services.AddOptions<ChatOptions>().BindConfiguration(ChatOptions.Section)
            .Validate(options => options.BaseUrl is null || !string.IsNullOrEmpty(options.Model), "HY2001: Skills:Chat:Model is missing: the name of the model at Skills:Chat:BaseUrl.")
            .Validate(options => options.TimeoutSeconds is >= 1 and <= 120, "HY2001: Skills:Chat:TimeoutSeconds must be from 1 to 120.")
            .ValidateOnStart();
        services.AddHttpClient(WeatherSkill.HttpClientName).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        services.AddHttpClient(ChatModel.HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan);
        services.AddSingleton<OpenMeteo>();
        services.AddSingleton<QWeather>();
        services.AddSingleton<ISkill, WeatherSkill>();
        services.AddSingleton<ISkill, JokeSkill>();
        services.AddSingleton<ChatModel>();
        services.AddSingleton<SmallTalk>();
    }
}
