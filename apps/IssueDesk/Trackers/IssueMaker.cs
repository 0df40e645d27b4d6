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
        var text = Fit(draft);
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

    /// <summary>Cut so that it fits as it is written, where escapes make it longer.</summary>
    private IssueText Fit(Draft draft)
    {
        var limit = IssueText.LongestDescription - Reserve;
        var text = IssueText.Fit(draft.Title, draft.Description, limit);
        while (settings.Current.Tracker.Kind != TrackerKind.Demo && jira.LengthOf(text.Description) is var written && written > limit)
            text = IssueText.Fit(draft.Title, draft.Description, (int)((long)text.Description.Length * limit / written));
        return text;
    }

    /// <summary>The mapping and the rule of names first, then what the tracker knows the name as, then the e-mail address; null: nobody the tracker knows.</summary>
    private async Task<string?> FindReporterAsync(Draft draft, User? user, CancellationToken cancellationToken)
    {
        var (kind, names) = (settings.Current.Tracker.Kind, settings.Current.Names);
        if (kind is TrackerKind.None or TrackerKind.Demo)
            return null;
        if (ReporterNames.Find(names, draft.Person, user?.Name, takesShortNames: kind == TrackerKind.JiraServer) is { } name)
            return name;
        // A name without a separator may be one in the tracker or just a name; the tracker knows.
        if (kind == TrackerKind.JiraServer && user?.Name.Trim() is { Length: > 0 } whole && await jira.KnowsUserAsync(whole, cancellationToken))
            return whole;
        foreach (var email in new[] { user?.BusinessEmail, user?.Email })
        {
            if (!string.IsNullOrEmpty(email) && await jira.FindUserAsync(email, cancellationToken) is { } found)
                return found;
        }
        return null;
    }
}
