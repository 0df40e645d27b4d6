namespace Hongyan.OfficialAccount;

/// <summary>One choice of a <see cref="CustomerMenu"/>.</summary>
/// <param name="Id">What comes back with a tap; unique in its menu.</param>
/// <param name="Content">What is shown, and sent when it is tapped.</param>
public sealed record CustomerMenuChoice(string Id, string Content);
