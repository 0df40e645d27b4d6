namespace Hongyan.OfficialAccount;

/// <summary>A person came into the conversation from the page of a product (从商品主页进入公众号会话, user_scan_product_enter_session).</summary>
public sealed record ProductSessionEnteredEvent : ProductEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ProductSessionEnteredEvent()
    {
    }

    internal ProductSessionEnteredEvent(in Protocol.PayloadFields payload)
        : base(payload) => Extension = payload.Text("ExtInfo"u8);

    /// <summary>What the page's address carries (extinfo).</summary>
    public string Extension { get; init; } = "";
}
