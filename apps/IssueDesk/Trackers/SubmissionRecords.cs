using Hongyan.IssueDesk.Announcements;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Reporters;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Storage;
using Hongyan.Storage;

namespace Hongyan.IssueDesk.Trackers;

/// <summary>Takes confirmed drafts for the worker and writes down what became of them, with what their people are told, in one transaction.</summary>
internal sealed class SubmissionRecords(IDeskStore store, DeskSettings settings, DeskTexts texts, DeskSignals signals, TrackerPause pause, TimeProvider time)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);
    private static readonly TimeSpan AccountPause = TimeSpan.FromMinutes(10);

    /// <summary>Between the tries; the last one again and again.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60)];

    /// <summary>Gives back what an earlier process had taken.</summary>
    public Task ReleaseAsync(CancellationToken cancellationToken) => store.WriteAsync((desk, _) =>
    {
        foreach (var draft in desk.Drafts.Where(draft => draft.Status == DraftStatus.Submitting && draft.LeasedUntil != null).ToList())
            draft.LeasedUntil = null;
        return true;
    }, cancellationToken);

    /// <summary>Takes the next draft that is due, in the order of the confirmations.</summary>
    public Task<TakenDraft> TakeAsync(CancellationToken cancellationToken) => store.WriteAsync((desk, db) =>
    {
        var now = time.GetUtcNow();
        if (pause.Until is { } until)
        {
            Postpone(desk, db, now);
            return new TakenDraft(null, 0, until);
        }
        var draft = desk.Drafts
            .Where(each => (each.Status == DraftStatus.Submitting && (each.LeasedUntil == null || each.LeasedUntil <= now))
                || (each.Status == DraftStatus.Queued && each.RetryAt <= now))
            .OrderBy(each => each.ConfirmedAt).ThenBy(each => each.Id).FirstOrDefault();
        if (draft is null)
        {
            var next = desk.Drafts.Where(each => each.Status == DraftStatus.Queued).Min(each => each.RetryAt);
            return new TakenDraft(null, 0, next);
        }

        // A process that ended in the middle is looked after as carefully as an answer that was lost; after a pause one look is enough.
        var searches = draft.PostedAt is null ? 0 : draft.Status == DraftStatus.Submitting ? 3 : 1;
        if (draft.Status == DraftStatus.Queued)
            draft.MoveTo(DraftStatus.Submitting);
        draft.PostedAt ??= now;
        draft.LeasedUntil = now + Lease;
        draft.Attempts++;
        draft.Version++;
        return new TakenDraft(draft, searches, null);
    }, cancellationToken);

    /// <summary>Writes down the end of a try.</summary>
    public Task<bool> WriteAsync(Draft draft, SubmissionResult ended, string? question, CancellationToken cancellationToken) => store.WriteAsync((desk, db) =>
    {
        if (desk.Drafts.Find(draft.Id) is not { Status: DraftStatus.Submitting } row || row.Version != draft.Version)
            return false;
        row.Version++;
        row.LeasedUntil = null;
        if (!ended.MayExist && ended.Result is not CreateResult.Created)
            row.PostedAt = null;
        switch (ended.Result)
        {
            case CreateResult.Created created:
                Created(desk, db, row, created.Issue, ended.Issue);
                break;
            case CreateResult.Refused refused when question is not null:
                row.LastError = refused.Reason;
                Tell(db, row, question);
                row.MoveTo(DraftStatus.Pending);
                (row.Question, row.AskedField) = (DraftQuestion.Field, draft.AskedField);
                (row.ExpiresAt, row.RemindAt) = (time.GetUtcNow() + Draft.Lifetime, time.GetUtcNow() + Draft.RemindAfter);
                break;
            case CreateResult.Refused refused:
                row.LastError = refused.Reason;
                row.MoveTo(DraftStatus.Failed);
                break;
            case CreateResult.AccountRefused refused:
                pause.ForConfiguration(AccountPause);
                // Due at once: the pause decides, and ends early when somebody mends the configuration.
                Queue(db, row, "AccountRefused", refused.Reason, TimeSpan.Zero);
                TellAdministrators(db, row, texts.Get("AdministratorAccount", ("reason", refused.Reason)));
                break;
            case CreateResult.NotTaken busy:
                if (busy.RetryAfter is { } asked)
                    pause.For(asked);
                Queue(db, row, "Queued", busy.Reason, busy.RetryAfter);
                break;
            case CreateResult.Broken broken:
                Queue(db, row, "Queued", broken.Reason, asked: null);
                break;
            case CreateResult.Unknown unknown:
                row.LastError = unknown.Reason;
                row.MoveTo(DraftStatus.Uncertain);
                Tell(db, row, texts.Get("Uncertain", ("number", row.Number)));
                TellAdministrators(db, row, texts.Get("AdministratorUncertain", ("number", row.Number), ("marker", row.Marker)));
                break;
        }
        return true;
    }, cancellationToken);

    /// <summary>Writes down that an issue was found for a draft about which nobody was sure.</summary>
    /// <param name="draft">As it was read.</param>
    /// <param name="issue">The issue.</param>
    /// <param name="audit">Writes down who looked, in the same transaction.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False where the draft has changed meanwhile.</returns>
    public Task<bool> AdoptAsync(Draft draft, TrackedIssue issue, Action<StoreTransaction> audit, CancellationToken cancellationToken) => store.WriteAsync((desk, db) =>
    {
        if (desk.Drafts.Find(draft.Id) is not { Status: DraftStatus.Uncertain } row || row.Version != draft.Version)
            return false;
        row.Version++;
        Created(desk, db, row, issue, asked: null);
        audit(db);
        signals.Tracker.Set();
        return true;
    }, cancellationToken);

    /// <summary>Tells the person of a draft something beside its state.</summary>
    public Task TellAsync(Draft draft, string text, string? forAdministrators, CancellationToken cancellationToken) => store.WriteAsync((_, db) =>
    {
        Tell(db, draft, text);
        if (forAdministrators is not null)
            TellAdministrators(db, draft, forAdministrators);
        return true;
    }, cancellationToken);

    private void Created(IssueDeskContext desk, StoreTransaction db, Draft row, TrackedIssue issue, NewIssue? asked)
    {
        row.MoveTo(DraftStatus.Created);
        (row.IssueKey, row.IssueUrl, row.IssueState, row.CreatedIssueAt, row.LastError) = (issue.Key, issue.Url, issue.State, time.GetUtcNow(), null);
        Tell(db, row, texts.Get("Created", ("url", issue.Url), ("key", issue.Key), ("title", row.Title)));
        row.TrackerReporter = asked?.Reporter;
        if (asked is not null && settings.Current.Tracker.Kind != TrackerKind.Demo)
            desk.Remember(row.Owner).IsUnmapped = asked.Reporter is null;
        if (asked?.Rest is not null)
            desk.Attachments.Add(new DraftAttachment { DraftId = row.Id, Kind = DraftAttachment.WholeText, MediaId = "" });
        if (settings.GroupOf(row.Route).IsSet)
        {
            desk.Announcements.Add(new Announcement { DraftId = row.Id, Kind = AnnouncementKind.NewIssue, Revision = row.Revision, Cause = row.Cause, NotBefore = time.GetUtcNow() });
            signals.Group.Set();
        }
    }

    /// <summary>Whoever confirms while the tracker is left alone hears so, instead of nothing.</summary>
    private void Postpone(IssueDeskContext desk, StoreTransaction db, DateTimeOffset now)
    {
        foreach (var draft in desk.Drafts.Where(draft => draft.Status == DraftStatus.Submitting && draft.LeasedUntil == null && draft.Attempts == 0).ToList())
        {
            draft.MoveTo(DraftStatus.Queued);
            (draft.RetryAt, draft.LastError) = (now, "The tracker is being left alone.");
            draft.Version++;
            Tell(db, draft, texts.Get("Queued", ("number", draft.Number)));
        }
    }

    private void Queue(StoreTransaction db, Draft row, string text, string reason, TimeSpan? asked)
    {
        row.LastError = reason;
        row.MoveTo(DraftStatus.Queued);
        var now = time.GetUtcNow();
        if (row.ConfirmedAt + GiveUpAfter <= now)
        {
            row.MoveTo(DraftStatus.Failed);
            Tell(db, row, texts.Get("GaveUp", ("number", row.Number)));
            return;
        }
        row.RetryAt = now + (asked ?? Pauses[Math.Min(row.Attempts, Pauses.Length) - 1]);
        // Once is news; 我的bug tells how it goes on.
        if (row.Attempts == 1)
            Tell(db, row, texts.Get(text, ("number", row.Number)));
    }

    private static void Tell(StoreTransaction db, Draft row, string text) => db.Send(new OutgoingMessage(row.Owner, TextReply.Cut(text)) { CausedBy = row.Cause });

    private void TellAdministrators(StoreTransaction db, Draft row, string text)
    {
        foreach (var userId in settings.Current.Administrators)
            db.Send(new OutgoingMessage(new UserRef(row.Account, userId), TextReply.Cut(text)));
    }
}
