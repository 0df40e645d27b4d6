namespace Hongyan.IssueDesk.Trackers;

/// <summary>How it ended to create an issue.</summary>
internal abstract record CreateResult
{
    private CreateResult()
    {
    }

    /// <summary>It is there.</summary>
    public sealed record Created(TrackedIssue Issue) : CreateResult;

    /// <summary>The tracker will not have it (400). Nothing was created.</summary>
    /// <param name="Fields">What it says of single fields, by their ids.</param>
    /// <param name="Messages">What else it says.</param>
    public sealed record Refused(IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> Messages) : CreateResult
    {
        public string Reason => string.Join("; ", Messages.Concat(Fields.Select(each => $"{each.Key}: {each.Value}")));
    }

    /// <summary>The tracker will not have the robot (401, 403). Nothing was created.</summary>
    public sealed record AccountRefused(string Reason) : CreateResult;

    /// <summary>The tracker was certainly not reached, or asks for patience (429). Nothing was created.</summary>
    public sealed record NotTaken(string Reason, TimeSpan? RetryAfter = null) : CreateResult;

    /// <summary>The tracker failed (5xx, or an answer that is none): it may be there, and asking again at once helps nobody.</summary>
    public sealed record Broken(string Reason) : CreateResult;

    /// <summary>The answer was lost on its way: it may be there.</summary>
    public sealed record Unknown(string Reason) : CreateResult;
}
