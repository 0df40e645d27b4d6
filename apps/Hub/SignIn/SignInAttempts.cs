namespace Hongyan.Hub.SignIn;

/// <summary>
/// Counts wrong passwords, for a name (whether there is such an account or not, so that nobody learns which exist) and for the address
/// they come from. After a few, each further one doubles the time in which nothing is tried any more.
/// </summary>
internal sealed class SignInAttempts(TimeProvider time)
{
    /// <summary>Wrong passwords for one name that cost nothing.</summary>
    public const int FreePerName = 5;

    /// <summary>Wrong passwords from one address that cost nothing; a whole office may share one.</summary>
    public const int FreePerAddress = 30;

    private const int MostEntries = 20_000;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Failures> _failures = new(StringComparer.Ordinal);

    /// <summary>Names and addresses that are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _failures.Count;
        }
    }

    /// <summary>How long nothing is tried any more; zero where a password may be tried now.</summary>
    public TimeSpan PauseFor(string name, string address)
    {
        lock (_lock)
        {
            var until = new[] { NameKey(name), AddressKey(address) }.Max(key => _failures.TryGetValue(key, out var failures) ? failures.Until : default);
            var pause = until - time.GetUtcNow();
            return pause > TimeSpan.Zero ? pause : TimeSpan.Zero;
        }
    }

    /// <summary>Counts a wrong password.</summary>
    /// <returns>Whether the name is now shut for a while.</returns>
    public bool Fail(string name, string address)
    {
        lock (_lock)
        {
            CountFailure(AddressKey(address), FreePerAddress);
            return CountFailure(NameKey(name), FreePerName);
        }
    }

    /// <summary>Forgets the wrong passwords of a name: the right one was given.</summary>
    public void Succeed(string name)
    {
        lock (_lock)
            _failures.Remove(NameKey(name));
    }

    private bool CountFailure(string key, int free)
    {
        var now = time.GetUtcNow();
        if (_failures.Count >= MostEntries)
            Forget(now);
        var count = _failures.TryGetValue(key, out var earlier) && now - earlier.Last < Forgotten ? earlier.Count + 1 : 1;
        var pause = count < free ? TimeSpan.Zero : FirstPause * Math.Pow(2, Math.Min(count - free, 10));
        if (pause > LongestPause)
            pause = LongestPause;
        _failures[key] = new Failures(count, now, now + pause);
        return pause > TimeSpan.Zero;
    }

    /// <summary>Makes room, the oldest first: whoever invents names must not fill the memory.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, _) in _failures.Where(entry => now - entry.Value.Last >= Forgotten).ToList())
            _failures.Remove(key);
        foreach (var (key, _) in _failures.OrderBy(entry => entry.Value.Last).Take(_failures.Count - (MostEntries / 2)).ToList())
            _failures.Remove(key);
    }

    private static string NameKey(string name) => "name " + name;

    private static string AddressKey(string address) => "address " + address;

    private readonly record struct Failures(int Count, DateTimeOffset Last, DateTimeOffset Until);
}
