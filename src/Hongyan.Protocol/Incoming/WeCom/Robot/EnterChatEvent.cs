using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>
/// A member opens the chat with a robot for the first time today (进入会话). A text or a card within five seconds is the welcome; the
/// platform tells it once a day, answered or not.
/// </summary>
public sealed record EnterChatEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public EnterChatEvent()
    {
    }

    internal EnterChatEvent(in PayloadFields payload)
        : base(payload)
    {
    }
}
