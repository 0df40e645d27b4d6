using Hongyan.Hub.Cluster;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Storage;
using Hongyan.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan.IssueDesk.Announcements;

/// <summary>
/// Sends cards as soon as they are committed: those of people and those of the group each in their order, so that a group that cannot be
/// reached makes nobody wait; on one node at a time. A call that may have taken effect is not repeated.
/// </summary>
internal sealed partial class AnnouncementSender(
    IDeskStore store, CardCalls calls, DraftPreview preview, DeskSettings settings, DeskTexts texts, DeskSignals signals, ICluster cluster, TimeProvider time,
    ILogger<AnnouncementSender> logger) : BackgroundService
{
    private const int MostTries = 5;
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60)];
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await cluster.LeadAsync("issuedesk.cards", async leading =>
            {
                await GiveUpInterruptedAsync(leading);
                await Task.WhenAll(
                    signals.People.WorkAsync(stopping => SendNextAsync(forGroup: false, stopping), time, leading),
                    signals.Group.WorkAsync(stopping => SendNextAsync(forGroup: true, stopping), time, leading));
            }, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was not begun is sent by the next process.
        }
    }

    /// <summary>Marks what an earlier process was sending: nobody knows whether the platform took it.</summary>
    private Task<bool> GiveUpInterruptedAsync(CancellationToken stoppingToken) => store.WriteAsync((desk, _) =>
    {
        foreach (var row in desk.Announcements.Where(row => row.State == AnnouncementState.Sending).ToList())
            (row.State, row.Error) = (AnnouncementState.Unknown, "The process ended while this was being sent.");
        return true;
    }, stoppingToken);

    private async Task<TimeSpan> SendNextAsync(bool forGroup, CancellationToken stoppingToken)
    {
        try
        {
            var (announcement, draft, next) = await TakeAsync(forGroup, stoppingToken);
            if (announcement is null)
            {
                var pause = next - time.GetUtcNow() ?? CommitSignalExtensions.LongestPause;
                return pause > TimeSpan.Zero ? pause : TimeSpan.Zero;
            }
            // Not cut off by the end of the process: nobody could say then whether it was shown.
            var sent = await calls.SendAsync(announcement, draft!, CancellationToken.None);
            var fallback = announcement.Kind == AnnouncementKind.Preview && sent.Outcome != SendOutcome.Sent
                ? await preview.TextAsync(draft!, CancellationToken.None)
                : null;
            await RecordAsync(announcement, draft!, sent, fallback);
            return TimeSpan.Zero;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
#pragma warning disable CA1031 // The sender outlives whatever one card does to it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(logger, failure);
            return PauseAfterFailure;
        }
    }

    private Task<(Announcement? Announcement, Draft? Draft, DateTimeOffset? NextAt)> TakeAsync(bool forGroup, CancellationToken cancellationToken) =>
        store.WriteAsync<(Announcement?, Draft?, DateTimeOffset?)>((desk, _) =>
        {
            var now = time.GetUtcNow();
            var waiting = desk.Announcements.Where(row => row.State == AnnouncementState.Pending
                && (row.Kind == AnnouncementKind.NewIssue || row.Kind == AnnouncementKind.IssueState) == forGroup);
            if (waiting.Where(row => row.NotBefore <= now).OrderBy(row => row.Id).FirstOrDefault() is not { } due)
                return (null, null, waiting.Min(row => (DateTimeOffset?)row.NotBefore));
            due.State = AnnouncementState.Sending;
            due.Attempts++;
            return (due, desk.Drafts.Find(due.DraftId), null);
        }, cancellationToken);

    private Task<bool> RecordAsync(Announcement announcement, Draft draft, CardSent sent, TextReply? fallback) => store.WriteAsync((desk, db) =>
    {
        var row = desk.Announcements.Find(announcement.Id)!;
        (row.ErrorCode, row.Error, row.MessageId) = (sent.ErrorCode, sent.Error, sent.MessageId);
        row.State = sent.Outcome switch
        {
            SendOutcome.Sent => AnnouncementState.Sent,
            SendOutcome.Unknown => AnnouncementState.Unknown,
            // Words reach the person at once; a card later would only repeat them.
            _ when fallback is not null || row.Attempts >= MostTries => AnnouncementState.Failed,
            _ => AnnouncementState.Pending,
        };
        if (row.State == AnnouncementState.Pending)
            row.NotBefore = time.GetUtcNow() + Pauses[Math.Min(row.Attempts, Pauses.Length) - 1];
        else
            row.FinishedAt = time.GetUtcNow();
        if (fallback is not null)
            db.Send(new OutgoingMessage(draft.Owner, fallback) { CausedBy = announcement.Cause });
        if (row.State == AnnouncementState.Failed && fallback is null)
        {
            var text = TextReply.Cut(texts.Get("AdministratorGroup", ("tries", row.Attempts), ("reason", sent.Error)));
            foreach (var userId in settings.Current.Administrators)
                db.Send(new OutgoingMessage(new UserRef(draft.Account, userId), text));
        }
        if (row.State is AnnouncementState.Failed or AnnouncementState.Unknown)
            LogNotSent(logger, row.Id, row.Kind, draft.Id, row.State, sent.ErrorCode, sent.Error);
        if (sent.ResponseCode is not null && desk.Drafts.Find(draft.Id) is { } shown)
            (shown.ResponseCode, shown.ResponseCodeUntil) = (sent.ResponseCode, time.GetUtcNow() + CardCalls.CodeLifetime);
        return true;
    }, CancellationToken.None);

    [LoggerMessage(1, LogLevel.Error, "IssueDesk: the sender of cards failed and goes on")]
    private static partial void LogFailed(ILogger logger, Exception failure);

    [LoggerMessage(2, LogLevel.Warning, "IssueDesk: card {Id} ({Kind}) of draft {Draft} is {State} ({Code}): {Reason}")]
    private static partial void LogNotSent(ILogger logger, long id, AnnouncementKind kind, long draft, AnnouncementState state, int? code, string? reason);
}
