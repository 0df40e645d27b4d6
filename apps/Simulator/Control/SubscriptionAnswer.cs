namespace Hongyan.Simulator.Control;

/// <summary>What a person answers when they are asked which subscribe messages they want.</summary>
/// <param name="Choices">The answer for each template, three at most.</param>
/// <param name="InSettings">Whether it is a change in the settings; otherwise it is the popup.</param>
/// <param name="Scene">PopupScene: 1 a page, 2 an article.</param>
public sealed record SubscriptionAnswer(IReadOnlyList<SubscriptionAnswerChoice> Choices, bool InSettings = false, int Scene = 1);
