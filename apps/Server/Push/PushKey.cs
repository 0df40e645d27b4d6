using System.Security.Cryptography;
using System.Text;

namespace Hongyan.Server.Push;

/// <summary>One program that may push: <c>Push:Keys:{name}</c>.</summary>
/// <param name="Name">What the audit and the log call it.</param>
/// <param name="Secret">What it shows as its bearer token.</param>
/// <param name="Accounts">The accounts that it may use; empty for all.</param>
/// <param name="Targets">Whom it may reach, such as <c>party:2</c> or <c>user:*</c>; empty for all.</param>
internal sealed record PushKey(string Name, string Secret, IReadOnlyList<string> Accounts, IReadOnlyList<string> Targets)
{
    private const string Everything = "*";

    private readonly byte[] _hash = SHA256.HashData(Encoding.UTF8.GetBytes(Secret));

    /// <summary>Whether this is what was shown. Takes as long for a wrong one as for the right one.</summary>
    public bool Is(ReadOnlySpan<byte> shownHash) => CryptographicOperations.FixedTimeEquals(_hash, shownHash);

    /// <summary>Whether the key may use an account.</summary>
    public bool MayUse(string account) => Accounts.Count == 0 || Accounts.Contains(account, StringComparer.OrdinalIgnoreCase);

    /// <summary>The first target that the key may not reach; null where it may reach them all.</summary>
    public string? FindForbidden(IEnumerable<string> targets) =>
        Targets.Count == 0 ? null : targets.FirstOrDefault(target => !Targets.Any(allowed => Covers(allowed, target)));

    /// <summary>Any member is not yet everybody: that is said by itself, or by a star alone.</summary>
    private static bool Covers(string allowed, string target) => allowed == Everything || target == allowed
        || (allowed.EndsWith(Everything, StringComparison.Ordinal) && target.StartsWith(allowed[..^1], StringComparison.Ordinal) && target != $"user:{PushTarget.Everyone}");

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Name = ").Append(Name);
        return true;
    }
}
