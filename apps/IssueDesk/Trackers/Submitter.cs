using Hongyan.Hub.Cluster;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Storage;
using Hongyan.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan.IssueDesk.Trackers;

/// <summary>
/// The only one who asks the tracker to create, on one node at a time: takes what people have confirmed, one after the other, as soon as it is committed. Beside
/// that it uploads attachments and runs errands.
/// </summary>
internal sealed partial class Submitter(
    SubmissionRecords records, Submission submission, Refusals refusals, AttachmentUploads attachments, ErrandRuns errands, TrackerPause pause, DeskSignals signals, ICluster cluster,
    TimeProvider time, ILogger<Submitter> logger) : BackgroundService
{
    /// <summary>After so long the person hears that it is on its way.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await cluster.LeadAsync("issuedesk.tracker", async leading =>
            {
                await records.ReleaseAsync(leading);
                await signals.Tracker.WorkAsync(WorkAsync, time, leading);
            }, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next process goes on where this one stopped.
        }
    }

    /// <summary>Does one thing that is due.</summary>
    /// <returns>How long nothing is due; zero: look again at once.</returns>
    private async Task<TimeSpan> WorkAsync(CancellationToken stoppingToken)
    {
        try
        {
            var taken = await records.TakeAsync(stoppingToken);
            if (taken.Draft is { } draft)
            {
                await SubmitAsync(draft, taken.Searches, stoppingToken);
                return TimeSpan.Zero;
            }
            // A tracker that asked to be left alone, or refuses the robot, is left alone with everything.
            if (pause.Until is { } until)
                return Positive(until - time.GetUtcNow());
            if (await attachments.RunAsync(stoppingToken))
                return TimeSpan.Zero;
            var errand = await errands.RunAsync(stoppingToken);
            if (errand.HasRun)
                return TimeSpan.Zero;
            return Earlier(taken.NextAt, errand.NextAt) is { } next ? Positive(next - time.GetUtcNow()) : CommitSignalExtensions.LongestPause;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
#pragma warning disable CA1031 // The worker outlives whatever one draft does to it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(logger, failure);
            return PauseAfterFailure;
        }
    }

    private async Task SubmitAsync(Draft draft, int searches, CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var running = submission.RunAsync(draft, searches, stoppingToken);
        if (await Task.WhenAny(running, Task.Delay(Slow, time, either.Token)) != running && draft.Attempts == 1)
            await refusals.TellOfDelayAsync(draft, stoppingToken);
        await either.CancelAsync();
        var ended = await running;
        LogEnded(logger, draft.Id, ended.Result.GetType().Name);
        await refusals.WriteAsync(draft, ended, stoppingToken);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    [LoggerMessage(1, LogLevel.Error, "IssueDesk: the tracker's worker failed and goes on")]
    private static partial void LogFailed(ILogger logger, Exception failure);

    [LoggerMessage(2, LogLevel.Information, "IssueDesk: draft {Draft} ended its try as {Result}")]
    private static partial void LogEnded(ILogger logger, long draft, string result);
}
