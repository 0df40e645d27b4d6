namespace Hongyan.Testing;

/// <summary>What a person did, as it is delivered, so that it can be delivered again.</summary>
/// <param name="Document">The plaintext.</param>
/// <param name="Sender">Who did it: the person, or the platform itself.</param>
/// <param name="Kind">What it is; null for what a test wrote by itself, which may be anything.</param>
/// <param name="What">In words: <c>zhangsan's "ping"</c>.</param>
internal sealed record Delivered(byte[] Document, string Sender, ActionKind? Kind, string What)
{
    /// <summary>The replies that the person gets to see.</summary>
    public ReplyPolicy Shows => Kind?.Shows ?? ReplyPolicy.Messages | ReplyPolicy.CardUpdates | ReplyPolicy.Greetings;
}
