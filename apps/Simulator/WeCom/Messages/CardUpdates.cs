using Hongyan.Simulator.Chat;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Changes cards that members already have.</summary>
internal sealed class CardUpdates(ConversationLog chats, ResponseCodes codes)
{
    /// <summary>Changes the card of a message.</summary>
    /// <param name="msgId">The message.</param>
    /// <param name="members">Whose card.</param>
    /// <param name="button">What the buttons read from now on; null where the whole card changes.</param>
    /// <param name="card">The new card.</param>
    /// <returns>UserIDs of the members who have the card.</returns>
    public IReadOnlyList<string> Apply(string msgId, IReadOnlyList<Member> members, string? button, TemplateCard? card) =>
        Apply(msgId, userId => members.Any(member => member.UserId == userId), button, card);

    private IReadOnlyList<string> Apply(string msgId, Func<string, bool> isMeant, string? button, TemplateCard? card)
    {
        HashSet<string> changed = [];
        chats.Change(
            entry => entry.Active is { Card: not null } active && active.MsgId == msgId && isMeant(entry.Member),
            entry =>
            {
                changed.Add(entry.Member);
                return entry with { Active = Change(entry.Active!, button, card) };
            });
        return [.. changed];
    }

    /// <summary>Changes the card that a member clicked, as the passive answer to the click says. It does not use the code up.</summary>
    public void Apply(string app, string responseCode, string userId, PassiveReply reply)
    {
        if (codes.Find(app, responseCode) is { } msgId && (reply.ReplaceName ?? (object?)reply.Card) is not null)
            Apply(msgId, member => member == userId, reply.ReplaceName, reply.Card);
    }

    private static ActiveMessage Change(ActiveMessage message, string? button, TemplateCard? card) => card is null
        ? message with { ReplacedButton = button }
        : message with { Card = card with { TaskId = message.Card!.TaskId }, ReplacedButton = card.ReplaceText };
}
