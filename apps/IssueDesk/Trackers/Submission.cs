using Hongyan.IssueDesk.Drafts;
using Microsoft.Extensions.Logging;

namespace Hongyan.IssueDesk.Trackers;

/// <summary>Creates the issue of a draft, once: before the tracker is asked again, it is searched for what the last question may have made.</summary>
internal sealed partial class Submission(TrackerChoice tracker, IssueMaker issues, TimeProvider time, ILogger<Submission> logger)
{
    private const int Searches = 3;

    /// <summary>Before each search, three in half a minute: an index needs its time.</summary>
    private static readonly TimeSpan SearchPause = TimeSpan.FromSeconds(9.5);

    /// <summary>Submits a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="searches">How often it is looked for first; 0 where the tracker was certainly never asked.</param>
    /// <param name="cancellationToken">Ends it; the next process goes on where this one stopped.</param>
    public async Task<SubmissionResult> RunAsync(Draft draft, int searches, CancellationToken cancellationToken)
    {
        var chosen = tracker.Current;
        var posts = searches > 0 ? 1 : 0;
        string? lost = null;
        while (true)
        {
            if (searches > 0)
            {
                var (found, isSure) = await SearchAsync(chosen, draft, searches, cancellationToken);
                if (found is not null)
                    return new SubmissionResult(new CreateResult.Created(found), MayExist: true);
                if (!isSure)
                    return new SubmissionResult(new CreateResult.Broken("The tracker could not be searched."), MayExist: true);
                if (lost is not null && posts > 1)
                    return new SubmissionResult(new CreateResult.Unknown(lost), MayExist: true);
            }
            posts++;
            var issue = await issues.MakeAsync(draft, cancellationToken);
            var result = await chosen.CreateAsync(issue, cancellationToken);
            if (result is not CreateResult.Unknown unknown)
                return new SubmissionResult(result, result is CreateResult.Broken) { Issue = issue };
            LogLost(logger, draft.Id, unknown.Reason);
            lost = unknown.Reason;
            searches = Searches;
        }
    }

    /// <summary>Searches several times.</summary>
    /// <returns>The issue, and whether the tracker answered the last time: only then is nothing found nothing there.</returns>
    private async Task<(TrackedIssue? Found, bool IsSure)> SearchAsync(ITracker chosen, Draft draft, int searches, CancellationToken cancellationToken)
    {
        var isSure = false;
        for (var search = 1; search <= searches; search++)
        {
            // The index may be behind; only where one look has to do is it made at once.
            if (searches > 1)
                await Task.Delay(SearchPause, time, cancellationToken);
            try
            {
                if (await chosen.FindByMarkerAsync(draft.Project, draft.Marker, cancellationToken) is { } found)
                    return (found, true);
                isSure = true;
            }
            catch (TrackerException failure)
            {
                LogNotSearched(logger, draft.Id, failure.Message);
                isSure = false;
            }
        }
        return (null, isSure);
    }

    [LoggerMessage(1, LogLevel.Warning, "IssueDesk: the answer for draft {Draft} was lost, the tracker is searched: {Reason}")]
    private static partial void LogLost(ILogger logger, long draft, string reason);

    [LoggerMessage(2, LogLevel.Warning, "IssueDesk: the tracker could not be searched for draft {Draft}: {Reason}")]
    private static partial void LogNotSearched(ILogger logger, long draft, string reason);
}
