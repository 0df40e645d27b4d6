using Hongyan.Hub.Accounts;
using Hongyan.Hub.Audit;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Storage;
using Hongyan.IssueDesk.Trackers;
using Hongyan.Storage;

namespace Hongyan.IssueDesk.Pages.Drafts;

/// <summary>Carries out what an operator decided about a draft, and writes it down in the same transaction.</summary>
internal sealed class DraftDecisions(
    IDeskStore store, TrackerChoice tracker, SubmissionRecords records, DeskTexts texts, DeskSignals signals, AuditTrail audit, TimeProvider time)
{
    /// <summary>Carries it out.</summary>
    /// <param name="by">Who decided, and from where.</param>
    /// <param name="decision">What.</param>
    /// <param name="draft">The draft as it was looked at.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<DecisionEnded> RunAsync((ConsoleUser User, string? Address) by, DraftDecision decision, Draft draft, CancellationToken cancellationToken)
    {
        var entry = new AuditEntry(by.User, $"desk.draft.{Name(decision)}", $"draft:{draft.Id}") { Before = draft.Status.ToString(), Address = by.Address };
        if (decision == DraftDecision.Search)
            return await SearchAsync(entry, draft, cancellationToken);
        var isDone = await store.WriteAsync((desk, db) =>
        {
            if (desk.Drafts.Find(draft.Id) is not { } row || row.Version != draft.Version || !decision.IsPossible(row.Status))
                return false;
            Apply(decision, row);
            row.Version++;
            audit.Write(db, entry with { After = row.Status.ToString() });
            if (decision == DraftDecision.Cancel)
                db.Send(new OutgoingMessage(row.Owner, TextReply.Cut(texts.Get("CancelledForPerson", ("number", row.Number), ("title", row.Title)))));
            signals.Tracker.Set();
            return true;
        }, cancellationToken);
        return isDone ? new DecisionEnded.Done() : new DecisionEnded.Outdated();
    }

    private async Task<DecisionEnded> SearchAsync(AuditEntry entry, Draft draft, CancellationToken cancellationToken)
    {
        if (!DraftDecision.Search.IsPossible(draft.Status))
            return new DecisionEnded.Outdated();
        TrackedIssue? found;
        try
        {
            found = await tracker.Current.FindByMarkerAsync(draft.Project, draft.Marker, cancellationToken);
        }
        catch (TrackerException failure)
        {
            return new DecisionEnded.Silent(failure.Message);
        }
        if (found is null)
        {
            await audit.WriteAsync(entry with { After = draft.Status.ToString() }, cancellationToken);
            return new DecisionEnded.NotFound();
        }
        return await records.AdoptAsync(draft, found, db => audit.Write(db, entry with { After = $"{DraftStatus.Created} {found.Key}" }), cancellationToken)
            ? new DecisionEnded.Done()
            : new DecisionEnded.Outdated();
    }

    private void Apply(DraftDecision decision, Draft row)
    {
        var now = time.GetUtcNow();
        if (decision == DraftDecision.Cancel)
        {
            row.MoveTo(DraftStatus.Cancelled);
        }
        else if (row.Status == DraftStatus.Queued)
        {
            row.RetryAt = now;
        }
        else
        {
            // As if it were confirmed just now: it has a day again.
            row.MoveTo(DraftStatus.Submitting);
            (row.ConfirmedAt, row.Attempts, row.RetryAt, row.LeasedUntil) = (now, 0, null, null);
        }
    }

    private static string Name(DraftDecision decision) => decision switch
    {
        DraftDecision.Retry => "retry",
        DraftDecision.Search => "search",
        DraftDecision.Resubmit => "resubmit",
        _ => "cancel",
    };
}
