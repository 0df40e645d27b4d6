namespace Hongyan.Hub.Deliveries;

/// <summary>An application that sends some of its answers itself and not through the outbox, and tells 投递 of them.</summary>
public interface IAnswerSource
{
    /// <summary>What it sent, or is about to, because of messages of the inbox; the oldest first.</summary>
    /// <param name="inboxIds">Their numbers.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<IReadOnlyList<SentAnswer>> FindAsync(IReadOnlyCollection<long> inboxIds, CancellationToken cancellationToken);
}
