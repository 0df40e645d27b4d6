namespace Hongyan.Simulator.Deliveries;

/// <summary>What a person says or does, ready to be sent to the bot.</summary>
/// <param name="Account">Name of the account that it is said to.</param>
/// <param name="Person">Who says or does it: a UserID, an OpenID.</param>
/// <param name="Write">Writes the plaintext, given CreateTime and, for a message, MsgId.</param>
internal sealed record Outgoing(string Account, string Person, Func<long, long, string> Write)
{
    /// <summary>What is said; null when something is done.</summary>
    public MemberMessage? Message { get; init; }

    /// <summary>What is done; null when something is said.</summary>
    public MemberEvent? Event { get; init; }

    /// <summary>Told what the bot replied; null: nobody wants to know.</summary>
    public Action<PassiveReply>? Replied { get; init; }

    /// <summary>Which reply it takes.</summary>
    public ReplyPolicy Replies { get; init; } = ReplyPolicy.Messages;
}
