namespace Hongyan.Testing;

/// <summary>Stands in an expected text for what differs from run to run.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Pattern">What it stands for, as a regular expression.</param>
internal sealed record Placeholder(string Name, string Pattern)
{
    private static readonly Placeholder[] All =
    [
        new("{*}", "(?s:.*)"),
        new("{number}", @"-?[0-9]+(?:\.[0-9]+)?"),
        new("{date}", "[0-9]{4}(?:-[0-9]{1,2}-[0-9]{1,2}|/[0-9]{1,2}/[0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日)"),
        new("{time}", "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"),
    ];

    /// <summary>All of them, for a message.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(placeholder => placeholder.Name));

    public static Placeholder? Find(string name) => Array.Find(All, placeholder => placeholder.Name == name);
}
