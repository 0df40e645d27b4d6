using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Hongyan.Protocol;
using Npgsql;

namespace Hongyan.Server.Tests;

/// <summary>Two nodes behind nginx, one of which is killed; what nginx promises holds with one of them too.</summary>
public sealed class TwoNodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    private const string Token = "Bmh7rztkKtemv2t1jObb";
    private const string Key = "0SHmvjSwdsHPNacQo7f627GkbiRyq8eIDRSo9iKbJ7c";
    private const string CorpId = "ww2075aefc195e57e9";
    private const int Messages = 60;
    private const int Copies = 3;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_EachThreeTimesShuffledWhileANodeIsKilled_HaveOneEffectEach()
    {
        Assert.SkipWhen(TwoNodes.Missing is not null, TwoNodes.Missing ?? "");
        var random = new Random(7);
        var deliveries = Enumerable.Range(0, Messages).SelectMany(number => Enumerable.Repeat(number, Copies)).OrderBy(_ => random.Next()).ToList();

        await Parallel.ForEachAsync(deliveries.Index(), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancelled }, async (delivery, _) =>
        {
            if (delivery.Index == deliveries.Count / 2)
                Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(Path.Combine(nodes.Folder, "node1.pid"), Cancelled), CultureInfo.InvariantCulture)).Kill();
            await DeliverUntilAcceptedAsync(delivery.Item);
        });

        await using var connection = new NpgsqlConnection(nodes.ConnectionString);
        await connection.OpenAsync(Cancelled);
        await using var counts = new NpgsqlCommand("select (select sum(count) from demo_counts), (select count(*) from bots_inbox), (select count(*) from bots_inbox where state = 1)", connection);
        await UntilAsync(async () =>
        {
            await using var row = await counts.ExecuteReaderAsync(Cancelled);
            await row.ReadAsync(Cancelled);
            // What the killed node had begun, the other takes over once it is given up.
            return row.GetInt64(2) == Messages && row.GetFieldValue<decimal>(0) == Messages && row.GetInt64(1) == Messages;
        });
    }

    [Fact]
    public async Task Nginx_AsItIsDeployed_KeepsItsPromises()
    {
        Assert.SkipWhen(TwoNodes.Missing is not null, TwoNodes.Missing ?? "");
        await File.WriteAllTextAsync(Path.Combine(nodes.Folder, "verify", "WW_verify_a1B2.txt"), "a1B2", Cancelled);
        using var huge = new ByteArrayContent(new byte[2_000_000]);

        Assert.Equal("a1B2", await nodes.Client.GetStringAsync(new Uri("/WW_verify_a1B2.txt", UriKind.Relative), Cancelled));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync("/WW_verify_other.txt"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync("/metrics"));
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync("/health/ready"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync("/callback/nobody"));
        using var refused = await nodes.Client.PostAsync(new Uri("/callback/demo", UriKind.Relative), huge, Cancelled);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }

    private async Task<HttpStatusCode> StatusOfAsync(string path)
    {
        using var response = await nodes.Client.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
        return response.StatusCode;
    }

    /// <summary>The platform delivers again what was not answered with 200.</summary>
    private Task DeliverUntilAcceptedAsync(int number) => UntilAsync(async () =>
    {
        try
        {
            return await DeliverAsync(number) == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    });

    private async Task<HttpStatusCode> DeliverAsync(int number)
    {
        var plaintext = $"<xml><ToUserName><![CDATA[{CorpId}]]></ToUserName><FromUserName><![CDATA[person{number % 7}]]></FromUserName><CreateTime>1767000000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[计数]]></Content><MsgId>{number + 1}</MsgId><AgentID>1000002</AgentID></xml>";
        var ciphertext = new ArrayBufferWriter<byte>();
        new MessageCipher(Key, CorpId).Encrypt(Encoding.UTF8.GetBytes(plaintext), ciphertext);
        var encrypted = Encoding.ASCII.GetString(ciphertext.WrittenSpan);
        var signature = SignatureVerifier.Sign(Token, "1767000000", "1234567890", encrypted);
        using var content = new StringContent($"<xml><ToUserName>{CorpId}</ToUserName><AgentID>1000002</AgentID><Encrypt>{encrypted}</Encrypt></xml>", Encoding.UTF8, "text/xml");
        using var response = await nodes.Client.PostAsync(new Uri($"/callback/demo?msg_signature={signature}&timestamp=1767000000&nonce=1234567890", UriKind.Relative), content, Cancelled);
        return response.StatusCode;
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await isSo())
            await pause.WaitForNextTickAsync(patience.Token);
    }
}
