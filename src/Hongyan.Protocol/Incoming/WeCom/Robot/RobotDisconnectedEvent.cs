using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>A robot's long connection was closed because another one was opened (长连接断开, disconnected_event). Robots with a callback URL never get it.</summary>
public sealed record RobotDisconnectedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public RobotDisconnectedEvent()
    {
    }

    internal RobotDisconnectedEvent(in PayloadFields payload)
        : base(payload)
    {
    }
}
