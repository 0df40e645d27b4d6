namespace Hongyan.WeCom;

/// <summary>What happened to an order of a paid application.</summary>
public enum SuiteOrderChange
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>下单 (open_order).</summary>
    Opened = 1,

    /// <summary>改单 (change_order).</summary>
    Changed = 2,

    /// <summary>支付成功 (pay_for_app_success).</summary>
    Paid = 3,

    /// <summary>退款 (refund).</summary>
    Refunded = 4,
}
