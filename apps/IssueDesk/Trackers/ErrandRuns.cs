using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Storage;
using Hongyan.Storage;

namespace Hongyan.IssueDesk.Trackers;

/// <summary>Does what people asked the tracker for beside creating, and tells them.</summary>
internal sealed class ErrandRuns(IDeskStore store, TrackerChoice tracker, IssueStates states, DeskTexts texts, TimeProvider time)
{
    /// <summary>One that is open and has had them comes out of a backup (deploy/restored.sql): it may have been done since, so it is not done again.</summary>
    private const int MostTries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Does one that is due.</summary>
    /// <returns>Whether there was one, and otherwise when the next is due.</returns>
    public async Task<(bool HasRun, DateTimeOffset? NextAt)> RunAsync(CancellationToken cancellationToken)
    {
        var (errand, next) = Find();
        if (errand is null)
            return (false, next);
        if (errand.Attempts >= MostTries)
        {
            await RecordAsync(errand, errand.Error, isPassing: false, state: null, cancellationToken);
            return (true, null);
        }
        string? error = null;
        var isPassing = false;
        string? state = null;
        try
        {
            if (errand.Kind == ErrandKind.Comment)
                await tracker.Current.CommentAsync(errand.IssueKey, errand.Text, cancellationToken);
            else
                state = await tracker.Current.WithdrawAsync(errand.IssueKey, errand.Text, cancellationToken);
        }
        catch (TrackerException failure)
        {
            (error, isPassing) = (failure.Message, failure.IsPassing);
        }
        await RecordAsync(errand, error, isPassing, state, cancellationToken);
        return (true, null);
    }

    private (Errand? Errand, DateTimeOffset? NextAt) Find()
    {
        using var desk = store.OpenReader();
        var first = desk.Errands.Where(errand => !errand.IsDone).OrderBy(errand => errand.NotBefore).ThenBy(errand => errand.Id).FirstOrDefault();
        return first is null || first.NotBefore > time.GetUtcNow() ? (null, first?.NotBefore) : (first, null);
    }

    private Task<bool> RecordAsync(Errand errand, string? error, bool isPassing, string? state, CancellationToken cancellationToken) => store.WriteAsync((desk, db) =>
    {
        var row = desk.Errands.Find(errand.Id)!;
        row.Attempts++;
        row.Error = error;
        if (error is not null && isPassing && row.Attempts < MostTries)
        {
            row.NotBefore = time.GetUtcNow() + Pause;
            return true;
        }
        row.IsDone = true;
        if (state is not null && desk.Drafts.FirstOrDefault(draft => draft.IssueKey == row.IssueKey) is { } draft)
            states.Note(desk, draft, state, tellsReporter: false);
        if (row.Person.Length > 0)
            db.Send(new OutgoingMessage(new UserRef(row.Account, row.Person), TextReply.Cut(Say(row, error, state))) { CausedBy = row.Cause });
        return true;
    }, cancellationToken);

    private string Say(Errand errand, string? error, string? state)
    {
        if (errand.Attempts >= MostTries)
            return texts.Get("ErrandUncertain", ("key", errand.IssueKey));
        if (error is not null)
            return texts.Get("ErrandFailed", ("key", errand.IssueKey), ("reason", error));
        // Without a way to a closed state all that could be done is to say so at the issue.
        var done = errand.Kind == ErrandKind.Comment ? "CommentAdded" : state is null ? "UndoneByComment" : "Undone";
        return texts.Get(done, ("key", errand.IssueKey));
    }
}
