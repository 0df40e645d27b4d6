namespace Hongyan.Testing;

/// <summary>One field of an action: how a transcript and a test name it, and where it stands in the document.</summary>
/// <param name="Name">As in the simulator's control API, such as <c>mediaId</c>.</param>
/// <param name="Path">
/// The elements down to it, such as <c>SendLocationInfo/Label</c>. An element that stands there already is used again; one that is
/// marked with <c>+</c> is made anew each time.
/// </param>
internal sealed record ActionField(string Name, string Path)
{
    /// <summary>Whether only a number can stand there.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether there may be several.</summary>
    public bool Repeats { get; init; }

    /// <summary>What stands there when nobody says anything else; null: the element is left out.</summary>
    public string? Default { get; init; }
}
