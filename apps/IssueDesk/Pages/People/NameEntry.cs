namespace Hongyan.IssueDesk.Pages.People;

/// <summary>A person and their name in the tracker, as somebody typed them.</summary>
/// <param name="Key">The user id, or the short form of the name in the contacts.</param>
/// <param name="Name">The name in the tracker.</param>
internal sealed record NameEntry(string Key, string Name)
{
    public const int Longest = 128;

    /// <summary>Trims both.</summary>
    public static NameEntry Of(string? key, string? name) => new((key ?? "").Trim(), (name ?? "").Trim());

    /// <summary>The name of the sentence that says what is wrong; null where nothing is.</summary>
    public string? FindProblem()
    {
        if (Key.Length is 0 or > Longest || Name.Length is 0 or > Longest)
            return "Problem_Person";
        // A colon divides the names of settings.
        return Key.Any(c => c == ':' || char.IsControl(c)) || Name.Any(char.IsControl) ? "Problem_PersonCharacters" : null;
    }
}
