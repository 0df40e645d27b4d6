namespace Hongyan.Client.Tests.Tokens;

/// <summary>A token source whose fetches are counted and can be held back.</summary>
internal sealed class TestSource
{
    private int _fetches;

    public TestSource(IAccessTokenStore? store = null, ManualTimeProvider? time = null, string secret = "s")
    {
        Time = time ?? new ManualTimeProvider();
        Fetch = number => Task.FromResult(Token($"token-{number}"));
        Source = new AccessTokenSource(
            AccessTokenKey.ForWeCom("ww1", 1, secret), store ?? new MemoryAccessTokenStore(), _ => Fetch(Interlocked.Increment(ref _fetches)), Time);
    }

    public ManualTimeProvider Time { get; }

    public AccessTokenSource Source { get; }

    public Func<int, Task<AccessToken>> Fetch { get; set; }

    public int Fetches => Volatile.Read(ref _fetches);

    public AccessToken Token(string value, int seconds = 7200) => AccessToken.Issued(value, TimeSpan.FromSeconds(seconds), Time.GetUtcNow());
}
