using Hongyan.Hub.Deliveries;
using Hongyan.IssueDesk.Pages;
using Hongyan.IssueDesk.Storage;
using Hongyan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.IssueDesk.Announcements;

/// <summary>Tells 投递 which cards were sent because of a message: they go past the outbox, because what the platform answers to them changes them later.</summary>
internal sealed class CardAnswers(IDeskStore store, PageWording wording) : IAnswerSource
{
    public async Task<IReadOnlyList<SentAnswer>> FindAsync(IReadOnlyCollection<long> inboxIds, CancellationToken cancellationToken)
    {
        var causes = inboxIds.Select(id => (long?)id).ToList();
        await using var desk = store.OpenReader();
        var cards = await desk.Announcements.Where(card => causes.Contains(card.Cause)).OrderBy(card => card.Id).ToListAsync(cancellationToken);
        return [.. cards.Select(card => new SentAnswer(card.Cause!.Value, wording[$"Card_{card.Kind}"], StateOf(card.State), DeskPaths.Draft(card.DraftId), IsCard: true))];
    }

    private static OutboxState StateOf(AnnouncementState state) => state switch
    {
        AnnouncementState.Pending => OutboxState.Pending,
        AnnouncementState.Sending => OutboxState.Sending,
        AnnouncementState.Sent => OutboxState.Sent,
        AnnouncementState.Failed => OutboxState.Failed,
        _ => OutboxState.Unknown,
    };
}
