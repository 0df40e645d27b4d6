namespace Hongyan.WeCom;

/// <summary>A question whose options can be ticked (选择题).</summary>
public sealed record CardCheckbox
{
    /// <summary>Names the question in the event; 1 to 1024 bytes.</summary>
    public required string QuestionKey { get; init; }

    /// <summary>1 to 20 options, with ids that differ.</summary>
    public required IReadOnlyList<CardCheckboxOption> Options { get; init; }

    /// <summary>Whether several options can be ticked (多选).</summary>
    /// <value>False: one only (单选).</value>
    public bool AllowsSeveral { get; init; }

    /// <summary>Only in an update: nothing can be ticked any more.</summary>
    public bool IsDisabled { get; init; }
}
