namespace Hongyan.Simulator.Replies;

/// <summary>The sound of a music message (音乐消息).</summary>
/// <param name="Url">Address of the sound.</param>
/// <param name="HighQualityUrl">The same in better quality, which a phone takes on Wi-Fi.</param>
/// <param name="ThumbMediaId">media_id of the picture.</param>
public sealed record Music(string Url, string HighQualityUrl, string ThumbMediaId);
