using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>The codes that update a card: each once, within 72 hours.</summary>
public sealed class ResponseCodes(SimulatedClock clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(72);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string App, string MsgId, DateTimeOffset IssuedAt)> _codes = [];

    /// <summary>A code for the card of a message.</summary>
    public string Issue(string app, string msgId)
    {
        var code = Invented.ResponseCode();
        lock (_lock)
        {
            foreach (var old in _codes.Where(each => clock.Now - each.Value.IssuedAt > Lifetime).Select(each => each.Key).ToList())
                _codes.Remove(old);
            _codes[code] = (app, msgId, clock.Now);
        }
        return code;
    }

    /// <summary>The msgid of the card that a code updates, without using it up; null when it updates nothing.</summary>
    public string? Find(string app, string code)
    {
        lock (_lock)
            return _codes.TryGetValue(code, out var issued) && issued.App == app && clock.Now - issued.IssuedAt <= Lifetime ? issued.MsgId : null;
    }

    /// <summary>Uses a code up.</summary>
    public void Use(string code)
    {
        lock (_lock)
            _codes.Remove(code);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _codes.Clear();
    }
}
