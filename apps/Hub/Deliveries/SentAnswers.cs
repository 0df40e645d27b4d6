using System.Globalization;
using Hongyan.Hub.Resources;
using Hongyan.Storage.Log;

namespace Hongyan.Hub.Deliveries;

/// <summary>Finds what was sent because of messages: in the outbox, and by applications past it.</summary>
internal sealed class SentAnswers(IServiceProvider services, IEnumerable<IAnswerSource> sources, Wording wording)
{
    /// <summary>By the number of the message that caused it.</summary>
    public async Task<ILookup<long, SentAnswer>> FindAsync(IReadOnlyCollection<long> inboxIds, CancellationToken cancellationToken)
    {
        var found = new List<SentAnswer>();
        if (inboxIds.Count > 0 && services.GetService<DeliveryLog>() is { } log)
        {
            found.AddRange((await log.ListSentAsync(inboxIds, cancellationToken)).Select(Of));
            foreach (var source in sources)
                found.AddRange(await source.FindAsync(inboxIds, cancellationToken));
        }
        return found.ToLookup(answer => answer.Cause);
    }

    private SentAnswer Of(OutboxItem item) => new(
        item.InboxId!.Value, wording["Outbox_Detail", item.Id], item.State,
        string.Create(CultureInfo.InvariantCulture, $"{DeliveryTab.Outbox}/{item.Id}"), item.Kind == "template_card");
}
