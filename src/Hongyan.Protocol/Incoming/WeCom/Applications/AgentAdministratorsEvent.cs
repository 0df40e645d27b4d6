namespace Hongyan.WeCom;

/// <summary>The administrators of the application changed (应用管理员变更通知).</summary>
public sealed record AgentAdministratorsEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public AgentAdministratorsEvent()
    {
    }

    internal AgentAdministratorsEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
