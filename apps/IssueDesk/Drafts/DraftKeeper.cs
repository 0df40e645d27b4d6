using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Storage;
using Hongyan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.IssueDesk.Drafts;

/// <summary>Reminds people of drafts, once and in working hours, lets drafts expire and deletes what is long expired.</summary>
internal sealed class DraftKeeper(IDeskStore store, DeskSettings settings, DeskTexts texts, TimeZoneInfo timeZone, TimeProvider time) : IPeriodicWork
{
    private const int MostAtOnce = 100;

    public string Name => "issuedesk.drafts";

    public TimeSpan Interval { get; } = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Asked beside the writer first: nothing is due in most minutes.
        if (!await IsAnythingDueAsync(cancellationToken))
            return;
        await store.WriteAsync((desk, db) =>
        {
            var now = time.GetUtcNow();
            foreach (var draft in Open(desk).Where(draft => draft.ExpiresAt <= now).Take(MostAtOnce).ToList())
            {
                draft.MoveTo(DraftStatus.Expired);
                draft.ExpiresAt = now + Draft.Recoverable;
                draft.Version++;
            }
            foreach (var draft in Open(desk).Where(draft => draft.RemindAt <= now && draft.ExpiresAt > now).Take(MostAtOnce).ToList())
                Remind(draft, db, now);
            foreach (var draft in desk.Drafts.Where(draft => draft.Status == DraftStatus.Expired && draft.ExpiresAt <= now).Take(MostAtOnce).ToList())
                Delete(desk, draft);
            return true;
        }, cancellationToken);
    }

    private async Task<bool> IsAnythingDueAsync(CancellationToken cancellationToken)
    {
        using var desk = store.OpenReader();
        var now = time.GetUtcNow();
        return await Open(desk).AnyAsync(draft => draft.ExpiresAt <= now || draft.RemindAt <= now, cancellationToken)
            || await desk.Drafts.AnyAsync(draft => draft.Status == DraftStatus.Expired && draft.ExpiresAt <= now, cancellationToken);
    }

    private static IQueryable<Draft> Open(IssueDeskContext desk) =>
        desk.Drafts.Where(draft => draft.Status == DraftStatus.Pending || draft.Status == DraftStatus.AwaitingDescription);

    private void Remind(Draft draft, StoreTransaction db, DateTimeOffset now)
    {
        // Not the version: a reminder changes nothing that anybody else looks at.
        if (NextWorkingHour(now) is { } later)
        {
            draft.RemindAt = later;
            return;
        }
        draft.RemindAt = null;
        var text = draft.Status == DraftStatus.Pending ? texts.Get("Reminder", ("title", draft.Title)) : texts.Get("ReminderNoText");
        db.Send(new OutgoingMessage(draft.Owner, TextReply.Cut(text)));
    }

    /// <summary>Null where this is one.</summary>
    private DateTimeOffset? NextWorkingHour(DateTimeOffset now)
    {
        var (start, end) = (settings.Current.WorkStart, settings.Current.WorkEnd);
        var local = TimeZoneInfo.ConvertTime(now, timeZone);
        var hour = TimeOnly.FromDateTime(local.DateTime);
        if (hour >= start && hour < end)
            return null;
        var day = DateOnly.FromDateTime(local.DateTime).AddDays(hour < start ? 0 : 1);
        var next = day.ToDateTime(start);
        return new DateTimeOffset(next, timeZone.GetUtcOffset(next)).ToUniversalTime();
    }

    private static void Delete(IssueDeskContext desk, Draft draft)
    {
        desk.Attachments.RemoveRange(desk.Attachments.Where(attachment => attachment.DraftId == draft.Id));
        desk.Announcements.RemoveRange(desk.Announcements.Where(announcement => announcement.DraftId == draft.Id));
        desk.Drafts.Remove(draft);
    }
}
