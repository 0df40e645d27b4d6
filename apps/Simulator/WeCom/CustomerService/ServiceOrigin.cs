namespace Hongyan.Simulator.WeCom;

/// <summary>Who an entry of a session comes from, numbered as in <c>origin</c>.</summary>
public enum ServiceOrigin
{
    /// <summary>The app, by the API; sync_msg leaves it out.</summary>
    Api = 0,

    /// <summary>The customer.</summary>
    Customer = 3,

    /// <summary>The platform: an event.</summary>
    System = 4,

    /// <summary>A servicer in the WeCom client.</summary>
    Servicer = 5,
}
