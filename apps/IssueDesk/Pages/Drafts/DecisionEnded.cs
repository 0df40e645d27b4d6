namespace Hongyan.IssueDesk.Pages.Drafts;

/// <summary>How a decision about a draft ended.</summary>
internal abstract record DecisionEnded
{
    private DecisionEnded()
    {
    }

    /// <summary>It is carried out.</summary>
    public sealed record Done : DecisionEnded;

    /// <summary>The draft has changed since it was looked at; nothing was done.</summary>
    public sealed record Outdated : DecisionEnded;

    /// <summary>The tracker has no issue with the marker.</summary>
    public sealed record NotFound : DecisionEnded;

    /// <summary>The tracker could not be asked.</summary>
    /// <param name="Reason">What it said.</param>
    public sealed record Silent(string Reason) : DecisionEnded;
}
