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
        draft.IssueState = state;
        draft.Version++;
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
        draft.IssueState = state;
        draft.Version++;
        // One's own doing is no news.
        if (byUser is null || !byUser.Equals(draft.TrackerReporter, StringComparison.OrdinalIgnoreCase))
        {
            desk.Announcements.Add(Of(draft, AnnouncementKind.ReporterState, state));
            signals.People.Set();
        }
        if (settings.GroupOf(draft.Route).IsSet)
        {
            desk.Announcements.Add(Of(draft, AnnouncementKind.IssueState, state));
            signals.Group.Set();
        }
        return true;
    }, cancellationToken);

    private Announcement Of(Draft draft, AnnouncementKind kind, string state) =>
        new() { DraftId = draft.Id, Kind = kind, Text = state, Revision = draft.Revision, NotBefore = time.GetUtcNow() };
}
