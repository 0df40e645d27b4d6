using System.Security.Cryptography;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The QR codes with a scene that accounts have made.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html.</remarks>
public sealed class SceneCodes(SimulatedClock clock)
{
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int MaxPermanent = 100_000;
    private const int MaxTemporary = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, SceneCode> _permanent = [];
    private readonly Dictionary<string, SceneCode> _temporary = [];
    private readonly Queue<string> _oldestTemporary = [];

    /// <summary>A new code; null where the account has all permanent ones that it may have. The permanent code of a scene is always the same.</summary>
    public SceneCode? Create(Account account, string scene, TimeSpan? lifetime)
    {
        var url = "http://weixin.qq.com/q/" + RandomNumberGenerator.GetString(Characters, 22);
        var code = new SceneCode(Plaintext.Invented.Ticket(), account.Name, scene, url, clock.Now + lifetime);
        lock (_lock)
        {
            if (lifetime is not null)
            {
                _temporary.Add(code.Ticket, code);
                _oldestTemporary.Enqueue(code.Ticket);
                if (_oldestTemporary.Count > MaxTemporary)
                    _temporary.Remove(_oldestTemporary.Dequeue());
                return code;
            }
            if (_permanent.Values.FirstOrDefault(each => each.Account == account.Name && each.Scene == scene) is { } same)
                return same;
            if (_permanent.Values.Count(each => each.Account == account.Name) >= MaxPermanent)
                return null;
            _permanent.Add(code.Ticket, code);
            return code;
        }
    }

    /// <summary>The code of a ticket that still works, or null.</summary>
    public SceneCode? Find(string ticket)
    {
        lock (_lock)
        {
            var code = _permanent.GetValueOrDefault(ticket) ?? _temporary.GetValueOrDefault(ticket);
            return code?.ExpiresAt is { } end && clock.Now >= end ? null : code;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _permanent.Clear();
            _temporary.Clear();
            _oldestTemporary.Clear();
        }
    }
}
