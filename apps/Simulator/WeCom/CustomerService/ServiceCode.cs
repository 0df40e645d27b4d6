namespace Hongyan.Simulator.WeCom;

/// <summary>What allows one message in answer to an event (welcome_code, msg_code).</summary>
/// <param name="OpenKfId">The account.</param>
/// <param name="ExternalUserId">The customer.</param>
/// <param name="State">The state in which the session has to be; null: any, it is a greeting.</param>
/// <param name="TakesMenu">Whether a menu may be sent, too.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record ServiceCode(string OpenKfId, string ExternalUserId, ServiceState? State, bool TakesMenu, DateTimeOffset ExpiresAt);
