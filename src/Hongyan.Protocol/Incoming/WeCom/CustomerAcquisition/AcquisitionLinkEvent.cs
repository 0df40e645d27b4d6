namespace Hongyan.WeCom;

/// <summary>
/// A customer acquisition link stopped working, was deleted, was opened or brought a customer (获客链接事件): <c>link_unavailable</c>,
/// <c>delete_link</c>, <c>open_profile</c>, <c>friend_request</c>, <c>customer_start_chat</c> …
/// </summary>
public sealed record AcquisitionLinkEvent : AcquisitionEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public AcquisitionLinkEvent()
    {
    }

    internal AcquisitionLinkEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        LinkId = payload.Text("LinkId"u8);
        State = payload.Text("State"u8);
        UserId = payload.Text("UserID"u8);
        ExternalUserId = payload.Text("ExternalUserID"u8);
        ChatKey = payload.Text("ChatKey"u8);
    }

    /// <summary>The link.</summary>
    public string LinkId { get; init; } = "";

    /// <summary>What the link carries to tell where customers come from (customer_channel); empty for none.</summary>
    public string State { get; init; } = "";

    /// <summary>The member whom the customer came to; empty where it is about the link alone.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The customer; empty where it is about the link alone, or the customer is not one yet.</summary>
    public string ExternalUserId { get; init; } = "";

    /// <summary>Allows to ask how often the customer wrote, for 30 minutes; empty for other changes.</summary>
    public string ChatKey { get; init; } = "";
}
