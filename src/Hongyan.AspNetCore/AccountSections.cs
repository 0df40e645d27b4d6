namespace Hongyan;

/// <summary>Which accounts this process has, and the configuration section that each is read from.</summary>
internal sealed class AccountSections
{
    private readonly Dictionary<string, string> _sections = new(StringComparer.Ordinal);

    public void Add(string account, string section)
    {
        if (!_sections.TryAdd(account, section))
            throw new HongyanStartupException("HY1007", $"The account '{account}' is added twice; each needs a name of its own.");
    }

    public bool Contains(string account) => _sections.ContainsKey(account);

    public string SectionOf(string account) => _sections.GetValueOrDefault(account, account);
}
