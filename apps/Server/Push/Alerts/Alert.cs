namespace Hongyan.Server.Push.Alerts;

/// <summary>One alert, as far as a message shows it.</summary>
/// <param name="IsResolved">Whether it is over.</param>
/// <param name="Name">Its <c>alertname</c>.</param>
/// <param name="Severity">Its <c>severity</c> in small letters; empty where it has none.</param>
/// <param name="Instance">Its <c>instance</c>; empty where it has none.</param>
/// <param name="Summary">Its <c>summary</c>, or its <c>description</c>; empty where it has neither.</param>
/// <param name="StartsAt">When it began; null where that is not said.</param>
/// <param name="EndsAt">When it ended; null where it has not.</param>
internal sealed record Alert(
    bool IsResolved, string Name, string Severity, string Instance, string Summary, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt)
{
    /// <summary>From the worst on; what nobody has heard of stands after what is known.</summary>
    private static readonly string[] Severities = ["critical", "emergency", "page", "error", "major", "high", "warning", "minor", "medium", "low", "info", "none"];

    /// <summary>Where it stands in a list of the worst first.</summary>
    public int Rank => Array.IndexOf(Severities, Severity) is >= 0 and var rank ? rank : Severities.Length;
}
