using System.Security.Cryptography;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>What apps have sent, as long as it matters: what can be taken back, and what would be a duplicate.</summary>
public sealed class SentMessages(SimulatedClock clock)
{
    /// <summary>How long a message can be taken back.</summary>
    public static readonly TimeSpan RecallTime = TimeSpan.FromHours(24);

    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string App, DateTimeOffset SentAt)> _messages = [];
    private readonly Queue<(string MsgId, DateTimeOffset SentAt)> _order = [];
    private readonly Dictionary<string, DateTimeOffset> _lastSent = [];

    /// <summary>A msgid for a message that an app sends now.</summary>
    public string Add(string app)
    {
        var msgId = RandomNumberGenerator.GetString(Characters, 48);
        lock (_lock)
        {
            // In the order of their age: a program that sends a hundred thousand messages must not have all of them looked through each time.
            while (_order.TryPeek(out var oldest) && clock.Now - oldest.SentAt > RecallTime)
                _messages.Remove(_order.Dequeue().MsgId);
            _messages[msgId] = (app, clock.Now);
            _order.Enqueue((msgId, clock.Now));
        }
        return msgId;
    }

    /// <summary>Whether an app can take a message back; then it can no more.</summary>
    public bool TryRecall(string app, string msgId)
    {
        lock (_lock)
        {
            if (!_messages.TryGetValue(msgId, out var sent) || sent.App != app || clock.Now - sent.SentAt > RecallTime)
                return false;
            return _messages.Remove(msgId);
        }
    }

    /// <summary>Whether the same was sent within this time; if not, it counts as sent now.</summary>
    public bool IsDuplicate(string fingerprint, TimeSpan within)
    {
        lock (_lock)
        {
            if (_lastSent.TryGetValue(fingerprint, out var last) && clock.Now - last < within)
                return true;
            _lastSent[fingerprint] = clock.Now;
            return false;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _messages.Clear();
            _order.Clear();
            _lastSent.Clear();
        }
    }
}
