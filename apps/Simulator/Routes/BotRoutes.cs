namespace Hongyan.Simulator.Routes;

/// <summary>What a bot says it reacts to: one line for each route.</summary>
/// <param name="Text">The list; null when the bot offers none.</param>
/// <param name="Problem">Why there is none, where more is known than that.</param>
internal sealed record BotRoutes(string? Text, Finding? Problem);
