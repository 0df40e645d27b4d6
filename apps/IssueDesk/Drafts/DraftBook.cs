using Hongyan.IssueDesk.Announcements;
using Hongyan.IssueDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.IssueDesk.Drafts;

/// <summary>The drafts of people: read now, changed when the message that changes them is committed.</summary>
internal sealed class DraftBook(IDeskStore store, DeskSignals signals, TimeProvider time)
{
    /// <summary>What a person is shown of the past.</summary>
    private const int MostShown = 10;

    /// <summary>The draft that the person is talking about; null where there is none.</summary>
    public async Task<Draft?> FindOpenAsync(UserRef person, CancellationToken cancellationToken)
    {
        using var desk = store.OpenReader();
        return await Of(desk, person).Where(draft => draft.Status == DraftStatus.Pending || draft.Status == DraftStatus.AwaitingDescription)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The person's last draft that was not cancelled.</summary>
    public async Task<Draft?> FindLatestAsync(UserRef person, CancellationToken cancellationToken)
    {
        using var desk = store.OpenReader();
        return await Of(desk, person).Where(draft => draft.Status != DraftStatus.Cancelled).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Draft>> ListAsync(UserRef person, CancellationToken cancellationToken)
    {
        using var desk = store.OpenReader();
        return await Of(desk, person).Where(draft => draft.Status != DraftStatus.Cancelled).Take(MostShown).ToListAsync(cancellationToken);
    }

    public async Task<Draft?> FindByMarkerAsync(string marker, CancellationToken cancellationToken)
    {
        using var desk = store.OpenReader();
        return await desk.Drafts.FirstOrDefaultAsync(draft => draft.Marker == marker, cancellationToken);
    }

    public async Task<int> CountAttachmentsAsync(Draft draft, CancellationToken cancellationToken)
    {
        using var desk = store.OpenReader();
        return await desk.Attachments.CountAsync(attachment => attachment.DraftId == draft.Id, cancellationToken);
    }

    /// <summary>Adds a draft when the message is committed.</summary>
    public void Add(BotContext context, Draft draft, bool showsCard) => context.OnCommit(db => store.Write(db, desk =>
    {
        draft.Cause = db.Cause;
        desk.Drafts.Add(draft);
        desk.SaveChanges();
        if (showsCard)
            AddPreview(desk, draft);
    }));

    /// <summary>Changes a draft when the message is committed.</summary>
    /// <param name="context">The message.</param>
    /// <param name="draft">As it was read; the copy in hand is changed too, so that it can be shown.</param>
    /// <param name="change">The change; runs on the copy and on the row.</param>
    /// <param name="showsCard">Whether the person gets a card of it.</param>
    /// <param name="more">What else is written.</param>
    public void Change(BotContext context, Draft draft, Action<Draft> change, bool showsCard = false, Action<IssueDeskContext, Draft>? more = null)
    {
        var version = draft.Version;
        change(draft);
        draft.Version++;
        context.OnCommit(db => store.Write(db, desk =>
        {
            var row = desk.Drafts.Find(draft.Id);
            if (row is null || row.Version != version)
                throw new DraftChangedException(draft.Id);
            change(row);
            row.Version++;
            row.Cause = db.Cause;
            more?.Invoke(desk, row);
            if (showsCard)
                AddPreview(desk, row);
            if (row.Status == DraftStatus.Submitting)
                signals.Tracker.Set();
        }));
    }

    private void AddPreview(IssueDeskContext desk, Draft draft)
    {
        desk.Announcements.Add(new Announcement { DraftId = draft.Id, Kind = AnnouncementKind.Preview, Revision = draft.Revision, Cause = draft.Cause, NotBefore = time.GetUtcNow() });
        signals.People.Set();
    }

    private static IQueryable<Draft> Of(IssueDeskContext desk, UserRef person) =>
        desk.Drafts.Where(draft => draft.Account == person.Account && draft.Person == person.Id).OrderByDescending(draft => draft.Id);
}
