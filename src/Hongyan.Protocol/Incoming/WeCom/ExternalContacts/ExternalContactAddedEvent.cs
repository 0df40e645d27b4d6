namespace Hongyan.WeCom;

/// <summary>A customer and a member are in touch now (添加企业客户事件).</summary>
public sealed record ExternalContactAddedEvent : ExternalContactEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ExternalContactAddedEvent()
    {
    }

    internal ExternalContactAddedEvent(in Protocol.PayloadFields payload, bool isHalf)
        : base(payload)
    {
        IsHalf = isHalf;
        State = payload.Text("State"u8);
        WelcomeCode = payload.Text("WelcomeCode"u8);
    }

    /// <summary>Whether the customer added the member, who has not added the customer yet (添加未验证, add_half_external_contact).</summary>
    public bool IsHalf { get; init; }

    /// <summary>What the contact way (联系我) carries, to tell where customers come from; empty for other ways.</summary>
    public string State { get; init; } = "";

    /// <summary>
    /// Allows one welcome message within 20 seconds (<c>WeComClient.ExternalContacts.SendWelcomeAsync</c>). Empty where the admin console
    /// has a welcome text for the member.
    /// </summary>
    public string WelcomeCode { get; init; } = "";
}
