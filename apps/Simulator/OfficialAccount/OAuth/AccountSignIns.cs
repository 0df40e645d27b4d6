using System.Security.Cryptography;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>
/// The codes of sign-ins, each good once and for five minutes; the tokens they are changed for, good for two hours, and those that renew
/// them, good for thirty days; on the simulator's clock.
/// </summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html.</remarks>
public sealed class AccountSignIns(SimulatedClock clock)
{
    private const int Capacity = 3000;
    private const int CodeLength = 32;
    private const int TokenLength = 110;
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromSeconds(7200);
    private static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Issued> _issued = [];
    private readonly Queue<string> _oldestFirst = [];

    private enum Kind
    {
        Code,
        UsedCode,
        Token,
        Refresh,
    }

    /// <summary>A code for somebody who has just signed in.</summary>
    public string Issue(AccountGrant grant)
    {
        lock (_lock)
            return Keep(Kind.Code, CodeLength, grant, CodeLifetime, pair: null);
    }

    /// <summary>Changes a code for the tokens.</summary>
    internal (AccountTokens? Tokens, ApiError? Error) Redeem(string code, Account account)
    {
        lock (_lock)
        {
            // Another account that asks does not use it up.
            if (!_issued.TryGetValue(code, out var found) || found.Kind is not (Kind.Code or Kind.UsedCode) || found.Grant.Account != account.Name)
                return (null, OAuthErrors.Code);
            if (found.Kind == Kind.UsedCode)
                return (null, OAuthErrors.UsedCode);
            if (clock.Now >= found.ExpiresAt)
                return (null, OAuthErrors.OldCode);
            _issued[code] = found with { Kind = Kind.UsedCode };
            var token = Keep(Kind.Token, TokenLength, found.Grant, TokenLifetime, pair: null);
            var refresh = Keep(Kind.Refresh, TokenLength, found.Grant, RefreshLifetime, token);
            return (new(token, refresh, found.Grant, (int)TokenLifetime.TotalSeconds), null);
        }
    }

    /// <summary>Renews the token: the same with another two hours while it is good, a new one afterwards.</summary>
    internal (AccountTokens? Tokens, ApiError? Error) Renew(string refresh, Account account)
    {
        lock (_lock)
        {
            if (!_issued.TryGetValue(refresh, out var found) || found.Kind != Kind.Refresh || found.Grant.Account != account.Name)
                return (null, OAuthErrors.Refresh);
            if (clock.Now >= found.ExpiresAt)
                return (null, OAuthErrors.OldRefresh);
            if (found.Pair is { } token && _issued.TryGetValue(token, out var current) && clock.Now < current.ExpiresAt)
            {
                _issued[token] = current with { ExpiresAt = clock.Now + TokenLifetime };
            }
            else
            {
                token = Keep(Kind.Token, TokenLength, found.Grant, TokenLifetime, pair: null);
                _issued[refresh] = found with { Pair = token };
            }
            return (new(token, refresh, found.Grant, (int)TokenLifetime.TotalSeconds), null);
        }
    }

    /// <summary>What a token lets an account know of somebody.</summary>
    internal (AccountGrant? Grant, ApiError? Error) Check(string? token, string? openId)
    {
        if (string.IsNullOrEmpty(token))
            return (null, OfficialAccountErrors.NoToken);
        if (string.IsNullOrEmpty(openId))
            return (null, OfficialAccountErrors.NoOpenId);
        lock (_lock)
        {
            if (!_issued.TryGetValue(token, out var found) || found.Kind != Kind.Token)
                return (null, OfficialAccountErrors.ReplacedToken);
            if (clock.Now >= found.ExpiresAt)
                return (null, OfficialAccountErrors.ExpiredToken);
            return found.Grant.OpenId == openId ? (found.Grant, null) : (null, OfficialAccountErrors.OpenId);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _issued.Clear();
            _oldestFirst.Clear();
        }
    }

    private string Keep(Kind kind, int length, AccountGrant grant, TimeSpan lifetime, string? pair)
    {
        var text = RandomNumberGenerator.GetString(Characters, length);
        _issued.Add(text, new(kind, grant, clock.Now + lifetime, pair));
        _oldestFirst.Enqueue(text);
        if (_oldestFirst.Count > Capacity)
            _issued.Remove(_oldestFirst.Dequeue());
        return text;
    }

    private sealed record Issued(Kind Kind, AccountGrant Grant, DateTimeOffset ExpiresAt, string? Pair);
}
