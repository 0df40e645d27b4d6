namespace Hongyan.Server;

/// <summary>Which account is the bug desk's: section <c>IssueDesk</c>.</summary>
internal static class BugDesk
{
    /// <summary>The account; null where the desk is closed. In Development it is open unless somebody closes it, or there is no store.</summary>
    /// <exception cref="HongyanStartupException">HY2002: it is to be open, but there is no such account of WeCom, or no store.</exception>
    public static ConfiguredAccount? Find(IConfiguration configuration, IHostEnvironment environment, bool hasStore, IReadOnlyList<ConfiguredAccount> accounts)
    {
        var isAsked = configuration.GetValue<bool?>("IssueDesk:Enabled");
        if (isAsked == false || (isAsked is null && (!environment.IsDevelopment() || !hasStore)))
            return null;
        if (!hasStore)
            throw new HongyanStartupException("HY2002", "IssueDesk:Enabled is true, but the bug desk keeps its drafts in the store, and Storage:Provider is Memory. Set it to Sqlite or PostgreSql.");
        var name = configuration["IssueDesk:Account"] ?? "issuedesk";
        var account = accounts.FirstOrDefault(account => account.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new HongyanStartupException("HY2002", $"The bug desk answers account '{name}' (IssueDesk:Account), and Accounts has none of this name.");
        return account.Platform == "WeCom"
            ? account
            : throw new HongyanStartupException("HY2002", $"The bug desk answers account '{name}' (IssueDesk:Account), which is of platform {account.Platform}; it needs an application of WeCom.");
    }
}
