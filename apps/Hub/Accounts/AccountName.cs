using System.Text;

namespace Hongyan.Hub.Accounts;

/// <summary>The name that somebody signs in with.</summary>
internal static class AccountName
{
    private const int Longest = 64;

    /// <summary>As it is kept and compared: one spelling for what looks the same.</summary>
    public static string Normalize(string? typed) => (typed ?? "").Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>Whether a normalized name may be given to a new account.</summary>
    public static bool IsUsable(string name) =>
        name.Length is > 0 and <= Longest && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '@');
}
