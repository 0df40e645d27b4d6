using Hongyan.Hub.Shell;

namespace Hongyan.Hub.SignIn;

/// <summary>Where somebody goes after signing in: a page of the console, and never another site.</summary>
internal static class ReturnUrl
{
    private const int Longest = 2000;

    /// <summary>The name of the query parameter.</summary>
    public const string Parameter = "returnUrl";

    /// <summary>The address that was asked for where that is a page of the console; else the console's first page.</summary>
    public static string Of(string? asked) => IsOfTheConsole(asked) ? asked! : ConsolePaths.Root;

    private static bool IsOfTheConsole(string? address) =>
        address is { Length: > 0 and <= Longest }
        && address.StartsWith(ConsolePaths.Root, StringComparison.Ordinal)
        && (address.Length == ConsolePaths.Root.Length || address[ConsolePaths.Root.Length] is '/' or '?')
        // Browsers read a backslash as a slash, and drop line breaks and tabs.
        && !address.Any(c => c == '\\' || char.IsControl(c));
}
