namespace Hongyan.Testing;

/// <summary>One article of a news reply (图文); empty where the bot left a part out.</summary>
/// <param name="Title">The title.</param>
/// <param name="Description">The description.</param>
/// <param name="Url">The page that opens.</param>
/// <param name="PictureUrl">The picture beside it.</param>
public sealed record BotReplyArticle(string Title, string Description, string Url, string PictureUrl);
