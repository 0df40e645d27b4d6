namespace Hongyan;

/// <summary>One line of a bot: what it takes and who answers it.</summary>
internal sealed class Route
{
    /// <summary>As <see cref="Bot.Describe"/> shows it, such as <c>text 天气 {city}</c>.</summary>
    public required string Description { get; init; }

    /// <summary>Messages of other types never reach it.</summary>
    public required Type MessageType { get; init; }

    /// <summary>Whether a message of the right type fits; gives the captured texts.</summary>
    public required RouteMatcher Matches { get; init; }

    /// <summary>The handler with its parameters bound.</summary>
    public required BoundHandler Handler { get; init; }

    /// <summary>Decides, and leaves the parsed captures in the context.</summary>
    public bool TryMatch(BotContext context)
    {
        if (!MessageType.IsInstanceOfType(context.Incoming) || !Matches(context.Incoming, out var captured))
            return false;
        if (!Handler.TryParseCaptures(captured, out var parsed))
            return false;
        context.Captures = parsed;
        return true;
    }
}
