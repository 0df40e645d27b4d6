using System.Security.Cryptography;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Issues access tokens: one for each Secret, the same one again while it is good, two hours on the simulator's clock.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/91039.</remarks>
public sealed class AccessTokens(SimulatedWorld world, SimulatedClock clock)
{
    private const int Capacity = 1000;
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int TokenLength = 86;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(7200);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, IssuedToken> _tokens = [];
    private readonly Queue<string> _oldestFirst = [];

    /// <summary>The caller's token and the seconds it still has.</summary>
    internal (string Token, int ExpiresIn) Issue(string caller)
    {
        lock (_lock)
        {
            var now = clock.Now;
            var token = _tokens.Values.FirstOrDefault(each => each.Caller == caller && now < each.ExpiresAt);
            if (token is null)
            {
                token = new(RandomNumberGenerator.GetString(Characters, TokenLength), caller, now + Lifetime);
                _tokens.Add(token.Token, token);
                _oldestFirst.Enqueue(token.Token);
                if (_oldestFirst.Count > Capacity)
                    _tokens.Remove(_oldestFirst.Dequeue());
            }
            // A clock that was set back does not make a token last longer than the platform's do.
            return (token.Token, (int)Math.Min(Lifetime.TotalSeconds, (token.ExpiresAt - now).TotalSeconds));
        }
    }

    /// <summary>Whose token it is, and what is wrong with it.</summary>
    internal (ApiCaller? Caller, ApiError? Error) Check(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return (null, ApiError.NoToken);
        IssuedToken? issued;
        lock (_lock)
            _tokens.TryGetValue(token, out issued);
        if (issued is null)
            return (null, ApiError.WrongToken);
        return (world.FindCaller(issued.Caller), clock.Now < issued.ExpiresAt ? null : ApiError.ExpiredToken);
    }

    /// <summary>Makes all tokens of a caller worthless before their time; how many were good until now.</summary>
    public int Revoke(string caller)
    {
        lock (_lock)
        {
            var revoked = _tokens.Values.Where(token => token.Caller == caller && clock.Now < token.ExpiresAt).ToList();
            revoked.ForEach(token => _tokens.Remove(token.Token));
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
