using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>What a member presses on a card, and what was chosen before.</summary>
public sealed record CardClick
{
    /// <summary>Key of the button, or of the entry of the menu.</summary>
    public required string Key { get; init; }

    /// <summary>What is chosen; a question that is left out has what the card chose at first.</summary>
    public IReadOnlyList<SelectedItem> SelectedItems { get; init; } = [];
}
