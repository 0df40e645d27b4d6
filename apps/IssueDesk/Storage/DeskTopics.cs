namespace Hongyan.IssueDesk.Storage;

/// <summary>What the desk's nodes tell each other of.</summary>
internal static class DeskTopics
{
    /// <summary>Something was written that a worker may wait for.</summary>
    public const string Work = "issuedesk.work";

    /// <summary>The console has set something.</summary>
    public const string Settings = "issuedesk.settings";
}
