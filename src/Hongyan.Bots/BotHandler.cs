namespace Hongyan;

/// <summary>The rest of the way: what middleware calls as <c>next</c>, once.</summary>
public delegate Task BotHandler(BotContext context);
