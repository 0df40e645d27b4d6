using Hongyan.Simulator.Chat;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Transcripts;

/// <summary>Who waits for an answer does not care how it came: an active message stands in a transcript as a passive reply does.</summary>
internal static class ActiveReply
{
    /// <summary>The active messages that followed an entry, before the member spoke again; what was taken back is none.</summary>
    public static IEnumerable<ChatMessage> After(IEnumerable<ChatMessage> conversation, long entryId) =>
        conversation.SkipWhile(entry => entry.Id <= entryId).TakeWhile(entry => entry.Direction != ChatDirection.In)
            .Where(entry => entry.Active is { IsRecalled: false });

    /// <summary>The message with the fields that a transcript names.</summary>
    public static PassiveReply Of(ActiveMessage message) => new()
    {
        Type = message.Type,
        Content = message.Content,
        MediaId = message.MediaId,
        Title = message.Title ?? (message.Type == "mpnews" ? message.Articles?[0].Title : null) ?? message.Menu?.Head ?? message.Card?.MainTitle?.Title,
        Description = message.Description ?? message.Card?.MainTitle?.Description ?? message.Card?.SubTitle,
        Articles = message.Type == "news" ? message.Articles : null,
        Music = message.Music,
        CardType = message.Card?.CardType,
    };
}
