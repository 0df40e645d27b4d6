using Hongyan.Hub.Deliveries;
using Hongyan.IssueDesk.Announcements;
using Hongyan.IssueDesk.Pages;
using Hongyan.IssueDesk.Pages.Drafts;
using Hongyan.IssueDesk.Pages.People;
using Hongyan.IssueDesk.Pages.Routes;
using Hongyan.IssueDesk.Pages.Texts;
using Hongyan.IssueDesk.Pages.Tracker;
using Hongyan.IssueDesk.Trackers.Jira;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Hosting;

/// <summary>Brings the bug desk's pages into the console.</summary>
public static class IssueDeskConsoleBuilderExtensions
{
    /// <summary>Adds the desk's pages to the console: drafts, kinds of bugs, tracker, people, texts.</summary>
    /// <param name="builder">The application's builder, to which desk and console are added too.</param>
    public static IHostApplicationBuilder AddIssueDeskConsole(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddSingleton<PageWording>();
        services.AddSingleton<DraftDecisions>();
        services.AddSingleton<SettingEdits>();
        services.AddSingleton<RouteEdits>();
        services.AddSingleton<JiraProbe>();
        services.AddSingleton<IAnswerSource, CardAnswers>();
        services.AddConsolePages<PageTexts>("Menu_Desk", menu => menu
            .Add<DraftsPage>("Menu_Drafts").Add<RoutesPage>("Menu_Routes").Add<TrackerPage>("Menu_Tracker").Add<PeoplePage>("Menu_People").Add<TextsPage>("Menu_Texts"));
        return builder;
    }
}
