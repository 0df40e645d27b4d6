using Hongyan.WeCom;

namespace Hongyan.Client.Tests;

/// <summary>A client of the fake platform, with a clock that stands still.</summary>
internal sealed class TestClient : IDisposable
{
    public const string Secret = "the+secret/of=the app";

    private readonly HttpClient _http;

    public TestClient(IAccessTokenStore? store = null, int? agentId = 1000002, string secret = Secret, int retries = 0)
    {
        _http = new HttpClient(Platform, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        Client = new WeComClient(_http, new WeComClientOptions { CorpId = "ww1", Secret = secret, AgentId = agentId, Retries = retries }, store, Time);
    }

    public FakePlatform Platform { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    public WeComClient Client { get; }

    public void Dispose()
    {
        _http.Dispose();
        Platform.Dispose();
    }
}
