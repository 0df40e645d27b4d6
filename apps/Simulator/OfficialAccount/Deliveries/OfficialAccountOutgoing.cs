namespace Hongyan.Simulator.OfficialAccount;

/// <summary>What goes to the bot of a 公众号.</summary>
internal static class OfficialAccountOutgoing
{
    /// <summary>A message of a follower.</summary>
    public static Outgoing Of(Account account, string openId, MemberMessage message) =>
        new(account.Name, openId, (time, msgId) => OfficialAccountPlaintext.Write(account, openId, time, msgId, OfficialAccountMessages.Find(message.Type)!, message))
        {
            Message = message,
        };

    /// <summary>An event that a follower causes.</summary>
    public static Outgoing Of(Account account, string openId, EventKind kind, MemberEvent @event) =>
        new(account.Name, openId, (time, _) => OfficialAccountPlaintext.Write(account, openId, time, kind, @event))
        {
            Event = @event,
            Replies = kind.Replies,
        };
}
