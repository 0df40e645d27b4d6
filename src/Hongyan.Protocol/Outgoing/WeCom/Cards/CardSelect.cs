namespace Hongyan.WeCom;

/// <summary>A drop-down list (下拉式选择器).</summary>
public sealed record CardSelect
{
    /// <summary>Names the list in the event; 1 to 1024 bytes.</summary>
    public required string QuestionKey { get; init; }

    /// <summary>What stands above or beside it.</summary>
    public string? Title { get; init; }

    /// <summary>1 to 10 options, with ids that differ.</summary>
    public required IReadOnlyList<CardOption> Options { get; init; }

    /// <summary>The id of the option chosen at first; the first one where it is null.</summary>
    public string? SelectedId { get; init; }

    /// <summary>Only in an update: nothing can be chosen any more.</summary>
    public bool IsDisabled { get; init; }
}
