namespace Hongyan;

/// <summary>Messages whose handler failed or that were given up (死信), for a person who decides to try again.</summary>
public sealed class DeadLetters
{
    private readonly MessageRuns _runs;

    internal DeadLetters(MessageRuns runs) => _runs = runs;

    /// <summary>
    /// Runs a dead letter once more, as if it had just been accepted. Its answer is sent actively, or waits for the person's next text.
    /// What its earlier run did outside the store is done again.
    /// </summary>
    /// <param name="key">The message.</param>
    /// <param name="cancellationToken">Ends the waiting until it is pending again.</param>
    /// <returns>False where it is no dead letter, its payload was deleted after seven days, or this process does not have its account.</returns>
    /// <exception cref="Storage.StoreUnavailableException">The store cannot be written at the moment.</exception>
    public Task<bool> RetryAsync(MessageKey key, CancellationToken cancellationToken = default) => _runs.RetryAsync(key, cancellationToken);
}
