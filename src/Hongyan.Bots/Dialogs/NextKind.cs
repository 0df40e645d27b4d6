namespace Hongyan;

/// <summary>How a dialog goes on.</summary>
internal enum NextKind
{
    /// <summary>With another question.</summary>
    Ask,

    /// <summary>With the same question.</summary>
    Retry,

    /// <summary>Not at all: it is over.</summary>
    Done,
}
