namespace Hongyan.IssueDesk.Settings;

/// <summary>How it ended to save settings.</summary>
internal abstract record SettingsSaved
{
    private SettingsSaved()
    {
    }

    /// <summary>They are in effect.</summary>
    public sealed record Done : SettingsSaved;

    /// <summary>Somebody else changed them since they were read; nothing was saved.</summary>
    public sealed record Outdated : SettingsSaved;

    /// <summary>They cannot work; nothing was saved.</summary>
    /// <param name="Problems">A sentence each, as the start would say it.</param>
    public sealed record Refused(IReadOnlyList<string> Problems) : SettingsSaved;
}
