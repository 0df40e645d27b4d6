namespace Hongyan;

/// <summary>A text (文本消息).</summary>
public sealed record TextMessage : IncomingMessage
{
    /// <summary>Makes one by hand, for a test.</summary>
    public TextMessage()
    {
    }

    internal TextMessage(in Protocol.PayloadFields payload)
        : base(payload) => Content = payload.Text("Content"u8);

    /// <summary>What the person wrote.</summary>
    public string Content { get; init; } = "";
}
