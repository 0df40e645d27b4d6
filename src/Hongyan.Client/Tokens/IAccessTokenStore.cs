namespace Hongyan;

/// <summary>
/// Where access tokens are kept for every process that uses the same application. A store that fails does not stop the calls: the
/// token is then kept in the process alone.
/// </summary>
public interface IAccessTokenStore
{
    /// <summary>
    /// The right to fetch a token for this key. One holder at a time, over all processes that share the store; the others wait.
    /// </summary>
    /// <param name="key">Whose token.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Disposing it gives the right back. A store shared by processes takes it back by itself when a holder dies.</returns>
    ValueTask<IAsyncDisposable> LeaseAsync(AccessTokenKey key, CancellationToken cancellationToken);

    /// <summary>The token that was stored last, also when it is no longer usable; null where there is none.</summary>
    ValueTask<AccessToken?> GetAsync(AccessTokenKey key, CancellationToken cancellationToken);

    /// <summary>Replaces the token. Called by the holder of the lease only.</summary>
    ValueTask SetAsync(AccessTokenKey key, AccessToken token, CancellationToken cancellationToken);
}
