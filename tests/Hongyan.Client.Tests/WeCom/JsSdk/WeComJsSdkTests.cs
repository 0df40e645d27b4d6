using System.Text.Json;
using Hongyan.WeCom;

namespace Hongyan.Client.Tests.WeCom.JsSdk;

public sealed class WeComJsSdkTests : IDisposable
{
    private const string Page = "https://app.example.com/page?a=1&b=空";

    private readonly TestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComJsSdk JsSdk => _test.Client.JsSdk;

    private FakePlatform Platform => _test.Platform;

    public void Dispose() => _test.Dispose();

    private void AnswerTickets() => Platform.Otherwise = request => FakePlatform.Json(
        $$"""{"errcode":0,"errmsg":"ok","ticket":"{{(request.Endpoint.EndsWith("jsapi_ticket", StringComparison.Ordinal) ? "corp" : "agent")}}-ticket-{{Platform.Calls.Count}}","expires_in":7200}""");

    // The example of the platform's page 90506.
    [Fact]
    public void SignatureOf_TheDocumentsExample_IsTheirs() => Assert.Equal(
        "0f9de62fce790f9a083d5c99e95740ceb90c27ed",
        WeComJsSdk.SignatureOf(
            "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg", "Wm3WZYTPz0wzccnW", 1414587457, "http://mp.weixin.qq.com?params=value"));

    [Fact]
    public async Task SignConfigAsync_Fragment_DoesNotCount()
    {
        AnswerTickets();

        var signature = await JsSdk.SignConfigAsync(Page + "#/home", Cancellation);

        Assert.Equal(WeComJsSdk.SignatureOf("corp-ticket-1", signature.NonceStr, _test.Time.GetUtcNow().ToUnixTimeSeconds(), Page), signature.Signature);
        Assert.Equal("GET /cgi-bin/get_jsapi_ticket", Platform.Calls[0].Endpoint);
    }

    [Fact]
    public async Task SignAgentConfigAsync_Always_UsesTheApplicationsTicket()
    {
        AnswerTickets();

        var signature = await JsSdk.SignAgentConfigAsync(Page, Cancellation);

        Assert.Equal(WeComJsSdk.SignatureOf("agent-ticket-1", signature.NonceStr, signature.Timestamp, Page), signature.Signature);
        Assert.Equal(("GET /cgi-bin/ticket/get", "agent_config"), (Platform.Calls[0].Endpoint, Platform.Calls[0].Query("type")));
    }

    [Fact]
    public async Task SignConfigAsync_HundredAtOnce_FetchOneTicket()
    {
        AnswerTickets();

        var signatures = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => JsSdk.SignConfigAsync(Page, Cancellation)));

        Assert.Single(Platform.Calls);
        Assert.Equal(100, signatures.Select(signature => signature.NonceStr).Distinct().Count());
    }

    [Fact]
    public async Task SignConfigAsync_TicketNearItsEnd_FetchesAnother()
    {
        AnswerTickets();

        await JsSdk.SignConfigAsync(Page, Cancellation);
        _test.Time.Advance(TimeSpan.FromMinutes(109));
        await JsSdk.SignConfigAsync(Page, Cancellation);

        Assert.Equal(2, Platform.Calls.Count);
    }

    [Fact]
    public async Task RegisterAsync_Twice_FetchesEachTicketOnce()
    {
        AnswerTickets();

        await JsSdk.RegisterAsync(Page, Cancellation);
        var registration = await JsSdk.RegisterAsync(Page, Cancellation);

        Assert.Equal(2, Platform.Calls.Count);
        Assert.Equal(("ww1", 1000002), (registration.CorpId, registration.AgentId));
        Assert.NotEqual(registration.Config.Signature, registration.AgentConfig.Signature);
    }

    [Fact]
    public void Signature_AsJson_HasTheNamesOfTheScript() => Assert.Equal(
        """{"timestamp":1,"nonceStr":"n","signature":"s"}""", JsonSerializer.Serialize(new JsSdkSignature(1, "n", "s"), JsonSerializerOptions.Web));

    [Theory]
    [InlineData("/page")]
    [InlineData("app.example.com/page")]
    public async Task SignConfigAsync_NotTheWholeAddress_Throws(string url) =>
        await Assert.ThrowsAsync<ArgumentException>(() => JsSdk.SignConfigAsync(url, Cancellation));
}
