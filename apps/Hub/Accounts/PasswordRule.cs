namespace Hongyan.Hub.Accounts;

/// <summary>What is wrong with a new password.</summary>
internal static class PasswordRule
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 10;

    /// <summary>The most characters: hashing takes its time for each.</summary>
    public const int Longest = 200;

    /// <summary>The key of the sentence that says what is wrong; null where nothing is.</summary>
    public static string? FindProblem(string password, string repeated, string name)
    {
        if (password.Length is < Shortest or > Longest)
            return "Password_Length";
        if (password.Contains(name, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < 4)
            return "Password_Weak";
        return password == repeated ? null : "Password_NotRepeated";
    }
}
