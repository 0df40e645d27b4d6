namespace Hongyan.OfficialAccount;

/// <summary>A permanent video.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it is said to be.</param>
/// <param name="DownloadUrl">Where it can be fetched; takes no token.</param>
public sealed record MaterialVideo(string Title, string Description, string DownloadUrl);
