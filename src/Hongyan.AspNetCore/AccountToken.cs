namespace Hongyan;

/// <summary>The access token of one account, for whoever renews it before it ends.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="RenewAsync">Renews it where it ends within the time given.</param>
internal sealed record AccountToken(string Account, Func<IServiceProvider, TimeSpan, CancellationToken, Task> RenewAsync);
