namespace Hongyan.Hub.Storage;

/// <summary>One line of the audit. The database refuses to change or delete it.</summary>
public sealed class AuditRow
{
    /// <summary>Its number, counting up.</summary>
    public long Id { get; set; }

    /// <summary>When, in Unix milliseconds.</summary>
    public long At { get; set; }

    /// <summary>Who: the account's number.</summary>
    public long ActorId { get; set; }

    /// <summary>Who: what the account was called.</summary>
    public required string Actor { get; set; }

    /// <summary>What was done, such as <c>account.create</c>.</summary>
    public required string Action { get; set; }

    /// <summary>To what, such as <c>account:lisi</c>.</summary>
    public required string Target { get; set; }

    /// <summary>How it was; null where that says nothing.</summary>
    public string? Before { get; set; }

    /// <summary>How it is now; null where that says nothing.</summary>
    public string? After { get; set; }

    /// <summary>The address that the request came from.</summary>
    public string? Address { get; set; }
}
