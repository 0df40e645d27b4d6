namespace Hongyan.Simulator.OfficialAccount;

/// <summary>What a code, or a refresh, is changed for.</summary>
/// <param name="Token">access_token of this one person.</param>
/// <param name="Refresh">refresh_token.</param>
/// <param name="Grant">Whose.</param>
/// <param name="ExpiresIn">Seconds.</param>
internal sealed record AccountTokens(string Token, string Refresh, AccountGrant Grant, int ExpiresIn);
