using System.Security.Cryptography;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Api;

/// <summary>The access tokens of both platforms, two hours each on the simulator's clock. When a new one is issued, and what becomes of the old one, is the platform's affair.</summary>
public sealed class AccessTokens(SimulatedWorld world, SimulatedClock clock)
{
    private const int Capacity = 1000;
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(7200);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, IssuedToken> _tokens = [];
    private readonly Queue<string> _oldestFirst = [];

    /// <summary>The caller's newest token of a kind that nothing has replaced and that is still good, or null.</summary>
    internal IssuedToken? FindCurrent(string caller, string kind)
    {
        lock (_lock)
            return _tokens.Values.Where(each => each.Caller == caller && each.Kind == kind && each.ReplacedAt is null && each.IsGood(clock.Now)).MaxBy(each => each.ExpiresAt);
    }

    /// <summary>Issues a token. Those of the same kind from before end after the overlap.</summary>
    internal IssuedToken Issue(string caller, string kind, int length, TimeSpan overlap)
    {
        lock (_lock)
        {
            var now = clock.Now;
            foreach (var old in _tokens.Values.Where(each => each.Caller == caller && each.Kind == kind && each.ReplacedAt is null).ToList())
                _tokens[old.Token] = old with { ReplacedAt = now + overlap };

            var token = new IssuedToken(RandomNumberGenerator.GetString(Characters, length), caller, kind, now + Lifetime);
            _tokens.Add(token.Token, token);
            _oldestFirst.Enqueue(token.Token);
            if (_oldestFirst.Count > Capacity)
                _tokens.Remove(_oldestFirst.Dequeue());
            return token;
        }
    }

    /// <summary>The seconds that a token still has. A clock that was set back does not make it last longer than the platform's do.</summary>
    internal int SecondsLeft(IssuedToken token) => (int)Math.Min(Lifetime.TotalSeconds, Math.Ceiling((token.ExpiresAt - clock.Now).TotalSeconds));

    /// <summary>Whose token it is, and what it is worth.</summary>
    internal (ApiCaller? Caller, TokenState State) Check(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return (null, TokenState.Missing);
        IssuedToken? issued;
        lock (_lock)
            _tokens.TryGetValue(token, out issued);
        if (issued is null)
            return (null, TokenState.Unknown);
        var state = issued.IsGood(clock.Now) ? TokenState.Good : clock.Now >= issued.ExpiresAt ? TokenState.Expired : TokenState.Replaced;
        return (world.FindCaller(issued.Caller), state);
    }

    /// <summary>Makes all tokens of a caller worthless before their time; how many were good until now.</summary>
    public int Revoke(string caller)
    {
        lock (_lock)
        {
            var now = clock.Now;
            var revoked = _tokens.Values.Where(token => token.Caller == caller && token.IsGood(now)).ToList();
            revoked.ForEach(token => _tokens[token.Token] = token with { ReplacedAt = now });
            return revoked.Count;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _tokens.Clear();
            _oldestFirst.Clear();
        }
    }
}
