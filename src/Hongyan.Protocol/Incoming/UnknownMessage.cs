namespace Hongyan;

/// <summary>A message of a kind that this version does not know (未知消息). <see cref="Incoming.Field"/> and <see cref="Incoming.Raw"/> hold all it carried.</summary>
public sealed record UnknownMessage : IncomingMessage
{
    /// <summary>Makes one by hand, for a test.</summary>
    public UnknownMessage()
    {
    }

    internal UnknownMessage(in Protocol.PayloadFields payload)
        : base(payload) => MessageType = payload.Text("MsgType"u8);

    /// <summary>The kind as the platform names it (MsgType).</summary>
    public string MessageType { get; init; } = "";
}
