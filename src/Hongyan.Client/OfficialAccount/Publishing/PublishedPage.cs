namespace Hongyan.OfficialAccount;

/// <summary>A part of what an account has published.</summary>
/// <param name="TotalCount">How many publications there are in all.</param>
/// <param name="News">Those of this part, the newest first.</param>
public sealed record PublishedPage(int TotalCount, IReadOnlyList<PublishedNews> News);
