namespace Hongyan.Simulator.Control;

/// <summary>A tag of a 公众号.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Count">How many followers have it.</param>
public sealed record AccountTagView(int Id, string Name, int Count);
