namespace Hongyan.Simulator.Plaintext;

/// <summary>What a member chose in one question of a card.</summary>
/// <param name="QuestionKey">Key of the question.</param>
/// <param name="OptionIds">Ids of the options.</param>
public sealed record SelectedItem(string QuestionKey, IReadOnlyList<string> OptionIds);
