namespace Hongyan.OfficialAccount;

/// <summary>A person opened the customer service conversation of a mini program (进入客服会话, user_enter_tempsession).</summary>
public sealed record EnterTemporarySessionEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public EnterTemporarySessionEvent()
    {
    }

    internal EnterTemporarySessionEvent(in Protocol.PayloadFields payload)
        : base(payload) => SessionFrom = payload.Text("SessionFrom"u8);

    /// <summary>What the button that led here carries (session-from).</summary>
    public string SessionFrom { get; init; } = "";
}
