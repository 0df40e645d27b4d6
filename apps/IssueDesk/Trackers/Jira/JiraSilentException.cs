namespace Hongyan.IssueDesk.Trackers.Jira;

/// <summary>No whole answer came.</summary>
/// <param name="wasNeverReached">Whether Jira certainly heard nothing.</param>
/// <param name="message">What happened; holds no secret.</param>
/// <param name="innerException">The cause.</param>
internal sealed class JiraSilentException(bool wasNeverReached, string message, Exception innerException) : HongyanException(message, innerException)
{
    public bool WasNeverReached { get; } = wasNeverReached;
}
