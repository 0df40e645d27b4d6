using System.Collections.Concurrent;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>How the jobs of each account end.</summary>
internal sealed class JobSettingsBook
{
    private readonly ConcurrentDictionary<string, JobSettings> _ofAccounts = [];

    /// <summary>Those of an account.</summary>
    public JobSettings Of(Account account) => _ofAccounts.GetValueOrDefault(account.Name) ?? new();

    /// <summary>Changes them for the jobs that end from now on.</summary>
    public void Set(Account account, JobSettings settings) => _ofAccounts[account.Name] = settings;

    /// <summary>Back to jobs that end well.</summary>
    public void Clear() => _ofAccounts.Clear();
}
