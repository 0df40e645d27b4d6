using System.Buffers;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Hongyan.IssueDesk.Tests.Support;
using Hongyan.Protocol;
using Hongyan.WeCom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hongyan.IssueDesk.Tests.Conversations;

/// <summary>A-26: callbacks that the platform never sent. Each of them would confirm the draft if it were taken.</summary>
public sealed class ForgedCallbackTests
{
    [Fact]
    public async Task A26_Forged_IsRefusedCountedAndDoesNothing()
    {
        await using var desk = await Desk.StartAsync();
        using var refused = new RefusedCallbacks(desk.Host.Services.GetRequiredService<IMeterFactory>());

        await ChatLog.PlayAsync(desk, "A-26 伪造的回调.txt", [("有人伪造“确认”：签名不对、企业不对、XML 带 DTD", async () =>
        {
            Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(desk, Confirmation(), signature: "0000000000000000000000000000000000000000"));
            Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(desk, Confirmation(), corpId: "ww0000000000000000"));
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(desk, Confirmation(), prolog: "<!DOCTYPE xml SYSTEM \"http://desk.test/x.dtd\">"));
            // Sealed with the right key it can only come from the platform, which would repeat what is refused: it is taken, and read by nobody.
            Assert.Equal(HttpStatusCode.OK, await PostAsync(desk, $"<!DOCTYPE xml [<!ENTITY x \"确认\">]>{Confirmation("&x;")}"));
        })]);

        Assert.Equal(["400", "403", "403"], refused.Statuses.Order(StringComparer.Ordinal));
        Assert.Equal(1, desk.CountDemoIssues());
    }

    [Fact]
    public async Task A26_OldCallback_IsTakenUnlessAnAgeIsSet()
    {
        await using var lenient = await Desk.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await PostAsync(lenient, Confirmation(), age: TimeSpan.FromDays(3)));

        await using var strict = await Desk.StartAsync(("Accounts:issuedesk:MaxCallbackAge", "00:05:00"));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(strict, Confirmation(), age: TimeSpan.FromMinutes(6)));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(strict, Confirmation(), age: TimeSpan.FromMinutes(4)));
    }

    private static string Confirmation(string content = "确认") =>
        $"<xml><ToUserName>ww</ToUserName><FromUserName>zhangsan</FromUserName><CreateTime>1767574800</CreateTime><MsgType>text</MsgType><Content>{content}</Content><MsgId>{Guid.NewGuid().GetHashCode() & int.MaxValue}</MsgId><AgentID>1000004</AgentID></xml>";

    private static async Task<HttpStatusCode> PostAsync(Desk desk, string plaintext, string? signature = null, string? corpId = null, string prolog = "", TimeSpan age = default)
    {
        var options = desk.Host.Services.GetRequiredService<IOptionsMonitor<WeComOptions>>().Get("issuedesk");
        var ciphertext = new ArrayBufferWriter<byte>();
        new MessageCipher(options.EncodingAESKey, corpId ?? options.CorpId).Encrypt(Encoding.UTF8.GetBytes(plaintext), ciphertext);
        var encrypted = Encoding.ASCII.GetString(ciphertext.WrittenSpan);
        var timestamp = $"{(desk.Time.GetUtcNow() - age).ToUnixTimeSeconds()}";
        signature ??= SignatureVerifier.Sign(options.Token, timestamp, "1234567890", encrypted);
        using var browser = desk.Browser();
        using var content = new StringContent($"{prolog}<xml><ToUserName>{options.CorpId}</ToUserName><AgentID>1000004</AgentID><Encrypt>{encrypted}</Encrypt></xml>", Encoding.UTF8, "text/xml");
        using var response = await browser.PostAsync(new Uri($"/callback/issuedesk?msg_signature={signature}&timestamp={timestamp}&nonce=1234567890", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>The statuses of requests that were not answered with 200, as the meter counts them.</summary>
    private sealed class RefusedCallbacks : IDisposable
    {
        private readonly MeterListener _listener = new();

        public RefusedCallbacks(IMeterFactory factory)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "hongyan.callbacks" && ReferenceEquals(instrument.Meter.Scope, factory))
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
            {
                foreach (var tag in tags)
                {
                    if (tag.Key == "status" && $"{tag.Value}" != "200")
                        Statuses.Add($"{tag.Value}");
                }
            });
            _listener.Start();
        }

        public System.Collections.Concurrent.ConcurrentBag<string> Statuses { get; } = [];

        public void Dispose() => _listener.Dispose();
    }
}
