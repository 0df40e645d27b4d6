using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>
/// The platform asks how far a stream has got (流式消息刷新), about once a second for at most six minutes. Delivery answers it from memory: no
/// handler and no middleware sees it.
/// </summary>
public sealed record StreamRefreshEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public StreamRefreshEvent()
    {
    }

    internal StreamRefreshEvent(in PayloadFields payload)
        : base(payload) => StreamId = payload.Text("stream"u8, "id"u8);

    /// <summary>The id that the first answer gave the stream.</summary>
    public string StreamId { get; init; } = "";
}
