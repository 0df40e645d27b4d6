using System.Security.Cryptography;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The rid in an errmsg: by it a developer asks what the failed call was.</summary>
internal sealed class CallRids
{
    private const int Capacity = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _calls = [];
    private readonly Queue<string> _oldestFirst = [];

    /// <summary>A rid for a call that fails.</summary>
    public string Issue(long callId)
    {
        var rid = string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetHexString(8, lowercase: true)));
        lock (_lock)
        {
            _calls.Add(rid, callId);
            _oldestFirst.Enqueue(rid);
            if (_oldestFirst.Count > Capacity)
                _calls.Remove(_oldestFirst.Dequeue());
        }
        return rid;
    }

    /// <summary>The number of the call, or null.</summary>
    public long? Find(string rid)
    {
        lock (_lock)
            return _calls.TryGetValue(rid, out var id) ? id : null;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _calls.Clear();
            _oldestFirst.Clear();
        }
    }
}
