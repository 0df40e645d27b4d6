namespace Hongyan.Calls;

/// <summary>Every call goes through here: it gets its token, once more a fresh one where the platform refuses the first, and its retries.</summary>
/// <param name="connection">Where the calls go.</param>
/// <param name="retry">Makes a call again that failed for the moment.</param>
/// <param name="tokens">Where tokens come from.</param>
/// <param name="quotas">What is used up for today; null where 45009 means something else.</param>
internal sealed class PlatformCaller(PlatformConnection connection, PlatformRetry retry, AccessTokenSource tokens, SpentQuotas? quotas = null) : IPlatformCaller
{
    public async Task<T> SendAsync<T>(
        PlatformRequest request, Func<PlatformAnswer, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        quotas?.Check(request.Endpoint);
        try
        {
            return await retry.RunAsync(request, (wait, token) => SendWithTokenAsync(request, wait, read, token), cancellationToken).ConfigureAwait(false);
        }
        catch (PlatformApiException refusal) when (quotas is not null && refusal.Code == SpentQuotas.DailyQuota)
        {
            quotas.Note(refusal.Endpoint, refusal.PlatformMessage);
            throw;
        }
    }

    private async Task<T> SendWithTokenAsync<T>(
        PlatformRequest request, TimeSpan wait, Func<PlatformAnswer, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await TryAsync(token).ConfigureAwait(false);
        }
        catch (PlatformApiException refusal) when (IsAboutToken(refusal.Code))
        {
            var fresh = await tokens.RefreshAsync(token, cancellationToken).ConfigureAwait(false);
            if (fresh.Value == token.Value)
                throw;
            token = fresh;
        }
        return await TryAsync(token).ConfigureAwait(false);

        Task<T> TryAsync(AccessToken with) =>
            connection.SendAsync(request, new QuerySecret("access_token", with.Value), wait, read, cancellationToken);
    }

    /// <summary>Invalid credential, invalid access_token, access_token expired: refused before anything was done, so a repeat is safe.</summary>
    private static bool IsAboutToken(int code) => code is 40001 or 40014 or 42001;
}
