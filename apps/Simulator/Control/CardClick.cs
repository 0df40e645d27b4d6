using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>A click on a card.</summary>
/// <param name="Key">Key of the button, the submit button, or the entry of the card's menu.</param>
/// <param name="SelectedItems">What is chosen in the card's questions; a question that is left out stays as the card has it.</param>
public sealed record CardClick(string Key, IReadOnlyList<SelectedItem>? SelectedItems = null);
