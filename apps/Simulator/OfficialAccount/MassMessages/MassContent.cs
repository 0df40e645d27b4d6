namespace Hongyan.Simulator.OfficialAccount;

/// <summary>What a mass send says.</summary>
/// <param name="Type">msgtype.</param>
/// <param name="Messages">What each follower gets; several pictures are several messages. Empty for articles.</param>
/// <param name="News">The articles, of mpnews.</param>
/// <param name="CallId">Number of the API call that brought it.</param>
/// <param name="Digest">What tells it from another content.</param>
internal sealed record MassContent(string Type, IReadOnlyList<ActiveMessage> Messages, Draft? News, long CallId, string Digest);
