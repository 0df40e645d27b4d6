namespace Hongyan.IssueDesk.Reporters;

/// <summary>What the desk remembers of somebody who talks to it.</summary>
internal sealed class Person
{
    public required string Account { get; set; }

    public required string UserId { get; set; }

    /// <summary>The calendar day of the last welcome, as yyyy-MM-dd.</summary>
    public string? WelcomedOn { get; set; }

    /// <summary>The city that 天气 alone means.</summary>
    public string? City { get; set; }

    /// <summary>The numbers of the last jokes, the oldest first.</summary>
    public string? Jokes { get; set; }

    /// <summary>The name in the contacts, as far as it is known.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the tracker knows nobody for this person.</summary>
    public bool IsUnmapped { get; set; }
}
