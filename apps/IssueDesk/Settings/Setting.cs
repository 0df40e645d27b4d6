namespace Hongyan.IssueDesk.Settings;

/// <summary>A value that somebody set in the console. The row stays when the value is taken back, so that its version only goes up.</summary>
internal sealed class Setting
{
    /// <summary>Below section IssueDesk, such as <c>Tracker:BaseUrl</c>.</summary>
    public required string Key { get; set; }

    /// <summary>Encrypted where it is a secret; null: what files say counts again.</summary>
    public string? Value { get; set; }

    public bool IsSecret { get; set; }

    /// <summary>Counts the changes.</summary>
    public long Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The console's account that changed it last.</summary>
    public required string ChangedBy { get; set; }
}
