using System.Globalization;
using System.Security.Claims;

namespace Hongyan.Hub.Accounts;

/// <summary>Who is signed in. Pages of the console get it as a cascading parameter.</summary>
/// <param name="Id">The account's number; 0 for the developer who needs no password.</param>
/// <param name="Name">What the account is called.</param>
/// <param name="Role">What it may do.</param>
public sealed record ConsoleUser(long Id, string Name, ConsoleRole Role)
{
    /// <summary>Changes when everything that was signed in before is to be forgotten: with a password, a role, a lock.</summary>
    internal long Version { get; init; }

    private const string VersionClaim = "hongyan:version";

    /// <summary>Whether this may do what needs a role.</summary>
    public bool Can(ConsoleRole role) => Role >= role;

    /// <summary>Reads the cookie's claims; null where nobody has signed in to the console.</summary>
    internal static ConsoleUser? Of(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
        && Enum.TryParse<ConsoleRole>(principal.FindFirstValue(ClaimTypes.Role), out var role)
        && long.TryParse(principal.FindFirstValue(VersionClaim), CultureInfo.InvariantCulture, out var version)
            ? new ConsoleUser(id, principal.FindFirstValue(ClaimTypes.Name) ?? "", role) { Version = version }
            : null;

    /// <summary>The claims that the cookie carries.</summary>
    internal ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, Id.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Name, Name),
            new Claim(ClaimTypes.Role, Role.ToString()),
            new Claim(VersionClaim, Version.ToString(CultureInfo.InvariantCulture)),
        ], scheme));
}
