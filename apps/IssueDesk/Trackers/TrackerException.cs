namespace Hongyan.IssueDesk.Trackers;

/// <summary>The tracker could not do what it was asked for.</summary>
/// <param name="message">What happened, for the administrator; holds no secret.</param>
/// <param name="innerException">The cause.</param>
internal sealed class TrackerException(string message, Exception? innerException = null) : HongyanException(message, innerException)
{
    /// <summary>Whether it may work a little later.</summary>
    public bool IsPassing { get; init; }
}
