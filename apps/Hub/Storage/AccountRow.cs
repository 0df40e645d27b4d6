using Hongyan.Hub.Accounts;

namespace Hongyan.Hub.Storage;

/// <summary>One account of the console.</summary>
public sealed class AccountRow
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>What its owner types to sign in, in lower case.</summary>
    public required string Name { get; set; }

    /// <summary>What it may do.</summary>
    public ConsoleRole Role { get; set; }

    /// <summary>The hash of the password; null until its owner has set one.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Whether an administrator has shut it out.</summary>
    public bool IsLocked { get; set; }

    /// <summary>Goes up when every session of it has to end: with the password, the role, a lock.</summary>
    public long Version { get; set; }

    /// <summary>SHA-256 of the one-time link with which its owner sets a password; null where there is none.</summary>
    public byte[]? LinkHash { get; set; }

    /// <summary>From here on the link is worth nothing, in Unix milliseconds.</summary>
    public long? LinkExpiresAt { get; set; }

    /// <summary>When it was created, in Unix milliseconds.</summary>
    public long CreatedAt { get; set; }

    /// <summary>When its owner last signed in, in Unix milliseconds.</summary>
    public long? SignedInAt { get; set; }
}
