using System.Security.Cryptography;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Short keys that stand for long texts (短key托管).</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Account_Management/KEY_Shortener.html.</remarks>
public sealed class ShortKeys(SimulatedClock clock)
{
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int Capacity = 10_000;
    private const int KeyLength = 15;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string Account, string Text, DateTimeOffset Created, DateTimeOffset Ends)> _keys = [];
    private readonly Queue<string> _oldestFirst = [];

    /// <summary>A key.</summary>
    public string Create(Account account, string text, TimeSpan lifetime)
    {
        var key = RandomNumberGenerator.GetString(Characters, KeyLength);
        lock (_lock)
        {
            _keys.Add(key, (account.Name, text, clock.Now, clock.Now + lifetime));
            _oldestFirst.Enqueue(key);
            if (_oldestFirst.Count > Capacity)
                _keys.Remove(_oldestFirst.Dequeue());
        }
        return key;
    }

    /// <summary>What a key of this account stands for, and how long still; null: nothing.</summary>
    public (string Text, DateTimeOffset Created, TimeSpan Left)? Find(Account account, string key)
    {
        lock (_lock)
            return _keys.TryGetValue(key, out var found) && found.Account == account.Name && clock.Now < found.Ends
                ? (found.Text, found.Created, found.Ends - clock.Now)
                : null;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _keys.Clear();
            _oldestFirst.Clear();
        }
    }
}
