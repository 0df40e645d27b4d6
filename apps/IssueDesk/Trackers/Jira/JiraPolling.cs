using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.IssueDesk.Trackers.Jira;

/// <summary>Asks Jira every minute what became of recent issues, where no webhook tells.</summary>
internal sealed class JiraPolling(IDeskStore store, JiraTracker jira, IssueStates states, DeskSettings settings, TrackerPause pause, TimeProvider time) : IPeriodicWork
{
    private const int MostIssues = 50;
    private static readonly TimeSpan Followed = TimeSpan.FromDays(30);

    public string Name => "issuedesk.jira";

    public TimeSpan Interval { get; } = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (settings.Current.Tracker is { Kind: TrackerKind.None or TrackerKind.Demo } or { WebhookSecret.Length: > 0 } || pause.Until is not null)
            return;
        var known = await ReadKnownAsync(cancellationToken);
        if (known.Count == 0)
            return;
        foreach (var issue in await jira.FindAllAsync([.. known.Keys], cancellationToken))
        {
            if (string.IsNullOrEmpty(known.GetValueOrDefault(issue.Key)))
                await states.SeenAsync(issue.Key, issue.State, cancellationToken);
            else if (known.GetValueOrDefault(issue.Key) != issue.State)
                await states.ChangedAsync(issue.Key, issue.State, await jira.FindChangerAsync(issue.Key, issue.State, cancellationToken), cancellationToken);
        }
    }

    private async Task<Dictionary<string, string?>> ReadKnownAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Followed;
        using var desk = store.OpenReader();
        return await desk.Drafts.Where(draft => draft.Status == DraftStatus.Created && draft.IssueKey != null && draft.CreatedIssueAt > since)
            .OrderByDescending(draft => draft.Id).Take(MostIssues)
            .ToDictionaryAsync(draft => draft.IssueKey!, draft => draft.IssueState, cancellationToken);
    }
}
