namespace Hongyan;

/// <summary>A handler whose parameters and return type were understood when it was registered.</summary>
internal sealed class BoundHandler(Type messageType, CaptureParser[] captures, Func<BotContext, ValueTask<Reply?>> invoke)
{
    /// <summary>What the handler can take: the route's kind, or a narrower one that its parameter asks for.</summary>
    public Type MessageType { get; } = messageType;

    /// <summary>Parses the captured texts into what the parameters want; false where one does not parse, which is no match.</summary>
    public bool TryParseCaptures(string?[] captured, out object?[] parsed)
    {
        parsed = captures.Length == 0 ? [] : new object?[captures.Length];
        for (var i = 0; i < captures.Length; i++)
        {
            if (!captures[i].TryParse(captured[captures[i].Index], out parsed[i]))
                return false;
        }
        return true;
    }

    /// <summary>Runs the handler. What it returns is the reply; one that returns nothing may have set the reply itself.</summary>
    public async Task InvokeAsync(BotContext context)
    {
        if (await invoke(context).ConfigureAwait(false) is { } reply)
            context.Reply = reply;
    }
}
