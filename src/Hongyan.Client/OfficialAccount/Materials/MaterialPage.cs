namespace Hongyan.OfficialAccount;

/// <summary>A part of the permanent materials of one type.</summary>
/// <param name="TotalCount">How many there are in all.</param>
/// <param name="Items">Those of this part, the newest first.</param>
public sealed record MaterialPage(int TotalCount, IReadOnlyList<MaterialItem> Items);
