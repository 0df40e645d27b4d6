using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>The codes with which an app updates a card that it sent (response_code): each is good once, for 72 hours.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/94888.</remarks>
public sealed class ResponseCodes(SimulatedClock clock)
{
    private const int Capacity = 10_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(72);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, IssuedCode> _codes = [];
    private readonly Queue<string> _oldestFirst = [];

    /// <summary>A new code for the card of a message: one comes with sending it, another with every click.</summary>
    public string Issue(string app, string msgId)
    {
        var code = Invented.ResponseCode();
        lock (_lock)
        {
            _codes.Add(code, new(app, msgId, clock.Now + Lifetime));
            _oldestFirst.Enqueue(code);
            if (_oldestFirst.Count > Capacity)
                _codes.Remove(_oldestFirst.Dequeue());
        }
        return code;
    }

    /// <summary>Uses a code up.</summary>
    /// <returns>The msgid of the message whose card it is; null when the code is not the app's, was used before or is too old.</returns>
    public string? Take(string app, string code)
    {
        lock (_lock)
        {
            if (!_codes.TryGetValue(code, out var issued) || issued.App != app)
                return null;
            _codes.Remove(code);
            return clock.Now < issued.ExpiresAt ? issued.MsgId : null;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _codes.Clear();
            _oldestFirst.Clear();
        }
    }

    private sealed record IssuedCode(string App, string MsgId, DateTimeOffset ExpiresAt);
}
