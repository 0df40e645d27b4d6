namespace Hongyan.OfficialAccount;

/// <summary>A part of the titles of some categories.</summary>
/// <param name="TotalCount">How many there are in all.</param>
/// <param name="Titles">Those of this part.</param>
public sealed record SubscribeTitlePage(int TotalCount, IReadOnlyList<SubscribeTitle> Titles);
