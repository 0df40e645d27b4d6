using System.Globalization;
using Hongyan.Hub.Accounts;
using Hongyan.Hub.Audit;
using Hongyan.Hub.Storage;
using Hongyan.Storage;
using Hongyan.Storage.Log;

namespace Hongyan.Hub.Deliveries;

/// <summary>Runs dead letters and sends messages once more, as a person decided. The decision is written down before it is carried out.</summary>
internal sealed class DeliveryRetry(IServiceProvider services, IHubStore store, AuditTrail audit)
{
    /// <summary>More than this at once is nobody's decision any more.</summary>
    private const int Most = 100;

    /// <summary>Those of the numbers that are dead letters which can be run again.</summary>
    public async Task<IReadOnlyList<InboxItem>> FindLettersAsync(IEnumerable<string?> numbers, CancellationToken cancellationToken)
    {
        var found = new List<InboxItem>();
        if (services.GetService<DeliveryLog>() is not { } log)
            return found;
        foreach (var id in Read(numbers))
        {
            if (await log.FindInboxAsync(id, cancellationToken) is { Item.CanRetry: true } detail)
                found.Add(detail.Item);
        }
        return found;
    }

    /// <summary>Those of the numbers that are messages which can be sent again.</summary>
    public async Task<IReadOnlyList<OutboxItem>> FindMessagesAsync(IEnumerable<string?> numbers, CancellationToken cancellationToken)
    {
        var found = new List<OutboxItem>();
        if (services.GetService<DeliveryLog>() is not { } log)
            return found;
        foreach (var id in Read(numbers))
        {
            if (await log.FindOutboxAsync(id, cancellationToken) is { } item && OutboxStateLabel.CanRetry(item.State))
                found.Add(item);
        }
        return found;
    }

    /// <summary>Carries it out.</summary>
    /// <returns>How many it was carried out for; the others have changed in the meantime.</returns>
    public async Task<int> RetryAsync(
        ConsoleUser by, string? address, IReadOnlyList<InboxItem> letters, IReadOnlyList<OutboxItem> messages, CancellationToken cancellationToken)
    {
        await store.WriteAsync(db =>
        {
            foreach (var letter in letters)
                audit.Write(db, new AuditEntry(by, "delivery.retry", $"inbox:{letter.Id}") { Before = letter.State.ToString(), Address = address });
            foreach (var message in messages)
                audit.Write(db, new AuditEntry(by, "delivery.retry", $"outbox:{message.Id}") { Before = message.State.ToString(), Address = address });
        }, cancellationToken);

        var retried = 0;
        foreach (var letter in letters)
        {
            if (await services.GetRequiredService<DeadLetters>().RetryAsync(letter.Key, cancellationToken))
                retried++;
        }
        foreach (var message in messages)
        {
            if (await services.GetRequiredService<IOutbox>().ReopenAsync(message.Id, cancellationToken))
                retried++;
        }
        return retried;
    }

    private static IEnumerable<long> Read(IEnumerable<string?> numbers) =>
        numbers.Select(number => long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0).Distinct().Take(Most);
}
