namespace Hongyan.WeCom;

/// <summary>What a person chose for one question of a template card (模板卡片).</summary>
public sealed record SelectedItem
{
    /// <summary>The key of the question.</summary>
    public string QuestionKey { get; init; } = "";

    /// <summary>The ids of the options chosen; several where the question allows it.</summary>
    public IReadOnlyList<string> OptionIds { get; init; } = [];
}
