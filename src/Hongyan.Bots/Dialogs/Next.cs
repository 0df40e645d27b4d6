namespace Hongyan;

/// <summary>How a dialog goes on after a step: what <c>Ask</c>, <c>Retry</c> and <c>Done</c> give.</summary>
#pragma warning disable CA1716 // A step reads "public Next Title(string answer)"; who writes Visual Basic puts it in brackets.
public sealed class Next
#pragma warning restore CA1716
{
    internal Next(NextKind kind, Reply reply, string? step = null)
    {
        Kind = kind;
        Reply = reply;
        Step = step;
    }

    internal NextKind Kind { get; }

    /// <summary>What the person reads now.</summary>
    internal Reply Reply { get; }

    /// <summary>The step that takes the next answer.</summary>
    internal string? Step { get; }
}
