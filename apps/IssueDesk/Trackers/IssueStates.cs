using Hongyan.IssueDesk.Announcements;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Storage;

namespace Hongyan.IssueDesk.Trackers;

/// <summary>Hears that an issue came to another state, and has its reporter and the group told.</summary>
internal sealed class IssueStates(IDeskStore store, DeskSettings settings, DeskSignals signals, TimeProvider time)
{
    /// <summary>Notes a state that somebody read: the first one is where the issue began, and only another one is news.</summary>
    public Task<bool> SeenAsync(string key, string state, CancellationToken cancellationToken) => store.WriteAsync((desk, _) =>
    {
        if (desk.Drafts.FirstOrDefault(draft => draft.IssueKey == key) is not { IssueState: null or "" } draft)
            return false;
        // Not the version: whoever is changing the draft at this moment changes nothing that this changes.
        draft.IssueState = state;
        return true;
    }, cancellationToken);

    /// <summary>Tells who has to know. Hearing the same twice tells nobody twice.</summary>
    /// <param name="key">The issue.</param>
    /// <param name="state">The state that it came to, as the tracker names it.</param>
    /// <param name="byUser">The name in the tracker of whoever changed it; null where that is nobody known.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<bool> ChangedAsync(string key, string state, string? byUser, CancellationToken cancellationToken) => store.WriteAsync((desk, _) =>
    {
        if (desk.Drafts.FirstOrDefault(draft => draft.IssueKey == key) is not { } draft || draft.IssueState == state)
            return false;
        // One's own doing is no news: not in the tracker, and not by 撤销, which the tracker may tell of before we have heard its answer.
        var isOwn = (byUser is not null && byUser.Equals(draft.TrackerReporter, StringComparison.OrdinalIgnoreCase))
            || desk.Errands.Any(errand => errand.IssueKey == key && errand.Kind == ErrandKind.TakeBack && !errand.IsDone);
        Note(desk, draft, state, tellsReporter: !isOwn);
        return true;
    }, cancellationToken);

    /// <summary>Writes a state down, within somebody's transaction, and has the group told, and the reporter where it is news to them.</summary>
    public void Note(IssueDeskContext desk, Draft draft, string state, bool tellsReporter)
    {
        if (draft.IssueState == state)
            return;
        draft.IssueState = state;
        if (tellsReporter)
        {
            desk.Announcements.Add(Of(draft, AnnouncementKind.ReporterState, state));
            signals.People.Set();
        }
        if (settings.GroupOf(draft.Route).IsSet)
        {
            desk.Announcements.Add(Of(draft, AnnouncementKind.IssueState, state));
            signals.Group.Set();
        }
    }

    private Announcement Of(Draft draft, AnnouncementKind kind, string state) =>
        new() { DraftId = draft.Id, Kind = kind, Text = state, Revision = draft.Revision, NotBefore = time.GetUtcNow() };
}
