namespace Hongyan.IssueDesk.Trackers.Demo;

/// <summary>A file at an issue of the demo tracker.</summary>
internal sealed class DemoFile
{
    public long Id { get; set; }

    public required string IssueKey { get; set; }

    public required string Name { get; set; }

    public required string ContentType { get; set; }

    public required byte[] Content { get; set; }
}
