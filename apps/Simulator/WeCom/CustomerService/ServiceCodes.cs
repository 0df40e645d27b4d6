using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>The codes for messages in answer to events, each good for one, and the tokens of callbacks, each good for ten minutes.</summary>
public sealed class ServiceCodes(SimulatedClock clock)
{
    private const int Capacity = 10_000;

    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Long = TimeSpan.FromHours(48);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ServiceCode> _codes = [];
    private readonly Dictionary<string, (string App, DateTimeOffset ExpiresAt)> _tokens = [];
    private readonly Queue<string> _oldestFirst = [];

    /// <summary>A code for a greeting.</summary>
    public string IssueWelcome(ServiceSession session) =>
        Issue(new(session.OpenKfId, session.ExternalUserId, null, TakesMenu: true, clock.Now + Short));

    /// <summary>A code for a word about the queue, about having been taken from it, or for a goodbye: for the state that a session is in now.</summary>
    public string IssueFor(ServiceSession session)
    {
        var isEnd = session.State == ServiceState.Ended;
        return Issue(new(session.OpenKfId, session.ExternalUserId, session.State, TakesMenu: isEnd, clock.Now + (isEnd ? Short : Long)));
    }

    /// <summary>The code, unless it is used up or its time is over.</summary>
    public ServiceCode? Find(string code)
    {
        lock (_lock)
            return _codes.TryGetValue(code, out var found) && clock.Now < found.ExpiresAt ? found : null;
    }

    /// <summary>Uses a code up; false when somebody was faster.</summary>
    public bool TryUse(string code)
    {
        lock (_lock)
            return _codes.Remove(code);
    }

    /// <summary>A token for the callback of an app.</summary>
    public string IssueToken(string app)
    {
        var token = Invented.ServiceToken();
        lock (_lock)
        {
            _tokens.Add(token, (app, clock.Now + TokenLifetime));
            Remember(token);
        }
        return token;
    }

    /// <summary>Whether a token was given to an app within ten minutes.</summary>
    public bool IsToken(string token, string app)
    {
        lock (_lock)
            return _tokens.TryGetValue(token, out var found) && found.App == app && clock.Now < found.ExpiresAt;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _codes.Clear();
            _tokens.Clear();
            _oldestFirst.Clear();
        }
    }

    private string Issue(ServiceCode code)
    {
        var text = Invented.EventCode();
        lock (_lock)
        {
            _codes.Add(text, code);
            Remember(text);
        }
        return text;
    }

    private void Remember(string added)
    {
        _oldestFirst.Enqueue(added);
        if (_oldestFirst.Count <= Capacity)
            return;
        var oldest = _oldestFirst.Dequeue();
        _codes.Remove(oldest);
        _tokens.Remove(oldest);
    }
}
