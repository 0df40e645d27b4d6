using Microsoft.Extensions.DependencyInjection;

namespace Hongyan;

/// <summary>Which accounts this process has, of which platform, and the configuration section that each is read from.</summary>
internal sealed class AccountSections
{
    private readonly Dictionary<string, (string Section, string Platform)> _accounts = new(StringComparer.Ordinal);

    /// <summary>The one that the services being registered have.</summary>
    public static AccountSections Of(IServiceCollection services)
    {
        if (services.FirstOrDefault(service => service.ServiceType == typeof(AccountSections))?.ImplementationInstance is AccountSections existing)
            return existing;
        var sections = new AccountSections();
        services.AddSingleton(sections);
        return sections;
    }

    public void Add(string account, string section, string platform)
    {
        if (!_accounts.TryAdd(account, (section, platform)))
            throw new HongyanStartupException("HY1007", $"The account '{account}' is added twice; each needs a name of its own.");
    }

    public bool Contains(string account, string platform) => _accounts.TryGetValue(account, out var added) && added.Platform == platform;

    public string SectionOf(string account) => _accounts.TryGetValue(account, out var added) ? added.Section : account;
}
