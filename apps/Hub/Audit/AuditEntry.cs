using Hongyan.Hub.Accounts;

namespace Hongyan.Hub.Audit;

/// <summary>What goes into the audit.</summary>
/// <param name="By">Who did it.</param>
/// <param name="Action">What was done, such as <c>account.create</c>. The console shows the text <c>Audit_account.create</c> where there is one.</param>
/// <param name="Target">To what: its kind and its name, such as <c>account:lisi</c>.</param>
public sealed record AuditEntry(ConsoleUser By, string Action, string Target)
{
    /// <summary>How it was; no secret, and nothing that a person wrote.</summary>
    public string? Before { get; init; }

    /// <summary>How it is now; no secret, and nothing that a person wrote.</summary>
    public string? After { get; init; }

    /// <summary>The address that the request came from.</summary>
    public string? Address { get; init; }
}
