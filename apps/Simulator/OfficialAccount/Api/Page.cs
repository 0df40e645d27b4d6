namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Which part of a list a call wants.</summary>
/// <param name="Offset">How many to pass over.</param>
/// <param name="Count">How many to give at most.</param>
internal readonly record struct Page(int Offset, int Count)
{
    /// <summary>offset and count of the body; null when they are none.</summary>
    public static Page? Read(ApiRequest request, int largest) =>
        (request.Body.Number("offset") ?? 0, request.Body.Number("count") ?? largest) is var (offset, count)
        && offset is >= 0 and <= int.MaxValue && count >= 1 && count <= largest
            ? new((int)offset, (int)count)
            : null;

    /// <summary>The part.</summary>
    public IEnumerable<T> Of<T>(IReadOnlyList<T> all) => all.Skip(Offset).Take(Count);
}
