namespace Hongyan;

/// <summary>
/// A passive reply (被动回复): what is answered in the callback's own response. A handler returns one; text needs no
/// type: <c>return "pong";</c>.
/// </summary>
public abstract record Reply
{
    private protected Reply()
    {
    }

    /// <summary>Nothing is answered: the person sees no bubble.</summary>
    public static Reply None { get; } = new NoReply();

    /// <summary>Text as a reply; an empty one answers nothing.</summary>
    public static implicit operator Reply(string? text) => string.IsNullOrEmpty(text) ? None : new TextReply(text);
}
