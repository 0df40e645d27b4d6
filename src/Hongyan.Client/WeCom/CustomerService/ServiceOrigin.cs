namespace Hongyan.WeCom;

/// <summary>Who a message of a session comes from.</summary>
public enum ServiceOrigin
{
    /// <summary>The customer.</summary>
    Customer = 3,

    /// <summary>The platform: it is an event.</summary>
    System = 4,

    /// <summary>A servicer, in the WeCom client.</summary>
    Servicer = 5,
}
