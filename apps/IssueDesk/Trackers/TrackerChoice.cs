using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Trackers.Demo;
using Hongyan.IssueDesk.Trackers.Jira;

namespace Hongyan.IssueDesk.Trackers;

/// <summary>The tracker that the configuration names, now.</summary>
internal sealed class TrackerChoice(DeskSettings settings, NoTracker none, DemoTracker demo, JiraTracker jira)
{
    public ITracker Current => settings.Current.Tracker.Kind switch
    {
        TrackerKind.None => none,
        TrackerKind.Demo => demo,
        _ => jira,
    };
}
