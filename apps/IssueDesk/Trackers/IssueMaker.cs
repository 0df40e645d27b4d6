using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Reporters;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Trackers.Jira;
using Hongyan.WeCom;

namespace Hongyan.IssueDesk.Trackers;

/// <summary>Makes the issue of a draft: cut to what trackers take, with its labels and its reporter.</summary>
internal sealed class IssueMaker(ReporterDirectory directory, JiraTracker jira, DeskSettings settings)
{
    /// <summary>Room in the description for the line about the reporter, and for escapes.</summary>
    private const int Reserve = 1000;

    public async Task<NewIssue> MakeAsync(Draft draft, CancellationToken cancellationToken)
    {
        var user = await directory.FindAsync(draft.Owner, cancellationToken);
        var text = IssueText.Fit(draft.Title, draft.Description, IssueText.LongestDescription - Reserve);
        return new NewIssue
        {
            Project = draft.Project,
            IssueType = draft.IssueType,
            Title = text.Title,
            Description = text.Description,
            Rest = text.Rest,
            Priority = draft.Priority,
            Labels = [.. draft.Labels.Split(' ', StringSplitOptions.RemoveEmptyEntries), draft.Marker],
            Marker = draft.Marker,
            ReporterName = $"{user?.Name ?? draft.Person} ({draft.Person})",
            Reporter = await FindReporterAsync(draft, user, cancellationToken),
            Fields = FieldAnswers.Read(draft.Fields),
        };
    }

    /// <summary>The mapping and the rule of names first, then the e-mail address; null: nobody the tracker knows.</summary>
    private async Task<string?> FindReporterAsync(Draft draft, User? user, CancellationToken cancellationToken)
    {
        var (kind, names) = (settings.Current.Tracker.Kind, settings.Current.Names);
        if (kind is TrackerKind.None or TrackerKind.Demo)
            return null;
        if (ReporterNames.Find(names, draft.Person, user?.Name, takesShortNames: kind == TrackerKind.JiraServer) is { } name)
            return name;
        foreach (var email in new[] { user?.BusinessEmail, user?.Email })
        {
            if (!string.IsNullOrEmpty(email) && await jira.FindUserAsync(email, cancellationToken) is { } found)
                return found;
        }
        return null;
    }
}
