using Hongyan.OfficialAccount;

namespace Hongyan.Client.Tests.OfficialAccount;

/// <summary>A client of the fake platform, with a clock that stands still.</summary>
internal sealed class OfficialAccountTestClient : IDisposable
{
    public const string Secret = "318b5+the/secret=";

    private readonly HttpClient _http;

    public OfficialAccountTestClient(IAccessTokenStore? store = null, string appId = "wx1", int retries = 0)
    {
        _http = new HttpClient(Platform, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        Client = new OfficialAccountClient(_http, new OfficialAccountClientOptions { AppId = appId, Secret = Secret, Retries = retries }, store, Time);
    }

    public FakePlatform Platform { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    public OfficialAccountClient Client { get; }

    public void Dispose()
    {
        _http.Dispose();
        Platform.Dispose();
    }
}
