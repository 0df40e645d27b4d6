namespace Hongyan.Simulator.WeCom;

/// <summary>Allows one greeting within 20 seconds.</summary>
/// <param name="UserId">The member.</param>
/// <param name="ExternalUserId">The customer.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="IsUsed">Whether somebody has greeted.</param>
public sealed record WelcomeCode(string UserId, string ExternalUserId, DateTimeOffset ExpiresAt, bool IsUsed);
