namespace Hongyan.Simulator.Plaintext;

/// <summary>Something a person can do that the bot is told. Each platform has a list of its own.</summary>
/// <param name="Name">Event, spelt as the platform spells it.</param>
/// <param name="Replies">The passive reply it takes.</param>
/// <param name="Sample">Makes an example with everything the event needs; its fields are the ones the event has.</param>
/// <param name="Write">Writes the elements after Event.</param>
public sealed record EventKind(string Name, ReplyPolicy Replies, Func<MemberEvent> Sample, Action<PlaintextWriter, MemberEvent> Write)
{
    /// <summary>Whether the platform itself is the sender (FromUserName is <c>sys</c>) and no app is named.</summary>
    public bool IsFromSystem { get; init; }

    /// <summary>Whether it can have an EventKey although the platform leaves it empty.</summary>
    public bool MayHaveKey { get; init; }
}
