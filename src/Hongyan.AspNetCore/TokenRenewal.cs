namespace Hongyan;

/// <summary>Renews access tokens shortly before they end, so that no message waits for a token.</summary>
internal sealed class TokenRenewal(IEnumerable<AccountToken> tokens, IServiceProvider services) : IPeriodicWork
{
    /// <summary>The platforms hand out another token only in the last minutes of the old one.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    public string Name => "tokens.renewal";

    public TimeSpan Interval { get; } = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var failures = new List<string>();
        foreach (var token in tokens)
        {
            try
            {
                await token.RenewAsync(services, Ahead, cancellationToken).ConfigureAwait(false);
            }
            catch (HongyanException failure)
            {
                failures.Add($"{token.Account}: {failure.Message}");
            }
        }
        if (failures.Count > 0)
            throw new HongyanException(string.Join(" ", failures));
    }
}
