namespace Hongyan;

/// <summary>An event (事件): something that happened, rather than something that a person said.</summary>
public abstract record IncomingEvent : Incoming
{
    private protected IncomingEvent()
    {
    }

    private protected IncomingEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
