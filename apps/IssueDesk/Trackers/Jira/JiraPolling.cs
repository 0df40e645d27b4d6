using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Storage;
using Hongyan.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan.IssueDesk.Trackers.Jira;

/// <summary>Asks Jira every minute what became of recent issues, where no webhook tells.</summary>
internal sealed partial class JiraPolling(
    IDeskStore store, JiraTracker jira, IssueStates states, DeskSettings settings, TrackerPause pause, TimeProvider time, ILogger<JiraPolling> logger) : BackgroundService
{
    private const int MostIssues = 50;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Followed = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await PollAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next process asks again.
        }
    }

    private async Task PollAsync(CancellationToken stoppingToken)
    {
        if (settings.Current.Tracker is { Kind: TrackerKind.None or TrackerKind.Demo } or { WebhookSecret.Length: > 0 } || pause.Until is not null)
            return;
        try
        {
            var known = await ReadKnownAsync(stoppingToken);
            if (known.Count == 0)
                return;
            foreach (var issue in await jira.FindAllAsync([.. known.Keys], stoppingToken))
            {
                if (string.IsNullOrEmpty(known.GetValueOrDefault(issue.Key)))
                    await states.SeenAsync(issue.Key, issue.State, stoppingToken);
                else if (known.GetValueOrDefault(issue.Key) != issue.State)
                    await states.ChangedAsync(issue.Key, issue.State, await jira.FindChangerAsync(issue.Key, issue.State, stoppingToken), stoppingToken);
            }
        }
        catch (Exception failure) when (failure is TrackerException or StoreUnavailableException)
        {
            LogPostponed(logger, failure.Message);
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

    [LoggerMessage(1, LogLevel.Warning, "IssueDesk: the states of issues could not be asked for: {Reason}")]
    private static partial void LogPostponed(ILogger logger, string reason);
}
