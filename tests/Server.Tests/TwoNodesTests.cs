using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Hongyan.Protocol;
using Hongyan.Tests;
using Npgsql;

namespace Hongyan.Server.Tests;

/// <summary>deploy/two-nodes.sh: two nodes on one PostgreSQL behind Debian's nginx, with the configuration that people deploy.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private const string Token = "Bmh7rztkKtemv2t1jObb";
    private const string Key = "0SHmvjSwdsHPNacQo7f627GkbiRyq8eIDRSo9iKbJ7c";
    private const string CorpId = "ww2075aefc195e57e9";
    private static readonly string[] Ports = ["HTTPS_PORT", "HTTP_PORT", "NODE1_PORT", "NODE2_PORT"];
    private const int Messages = 60;
    private const int Copies = 3;

    private readonly string _folder = Directory.CreateTempSubdirectory("hongyan-two-").FullName;
    private readonly HttpClient _client;
    private string _connectionString = "";
    private Process? _script;

    public TwoNodesTests() => _client = new HttpClient(new SocketsHttpHandler
    {
        // Nobody has signed the certificate, but it is known.
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_folder, "nginx", "fullchain.pem")).Thumbprint },
        AllowAutoRedirect = false,
    });

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists("/usr/sbin/nginx"))
            Assert.Skip("nginx is not installed (Debian: nginx).");
        _connectionString = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        var ports = Enumerable.Range(0, Ports.Length).Select(_ => FreePort()).ToList();
        var start = new ProcessStartInfo("bash", [Script(), typeof(ServerHost).Assembly.Location, _folder, "--environment=Development", "--Simulator:Enabled=false", "--Logging:LogLevel:Default=Warning"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in Ports.Zip(ports))
            start.Environment[name] = value.ToString(CultureInfo.InvariantCulture);
        start.Environment["CONNECTION"] = _connectionString;
        start.Environment["WATCH_INPUT"] = "1";
        _client.BaseAddress = new Uri($"https://127.0.0.1:{ports[0]}");
        _script = Process.Start(start)!;
        Assert.Contains("is served by", await _script.StandardOutput.ReadLineAsync(Cancelled) ?? "", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_script is not null)
        {
            // It stops all that it started when nobody is left to watch.
            _script.StandardInput.Close();
            await _script.WaitForExitAsync(CancellationToken.None);
            _script.Dispose();
        }
        if (_connectionString.Length > 0)
            PostgreSqlServer.DropDatabase(_connectionString);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Messages_EachThreeTimesShuffledWhileANodeIsKilled_HaveOneEffectEach()
    {
        var random = new Random(7);
        var deliveries = Enumerable.Range(0, Messages).SelectMany(number => Enumerable.Repeat(number, Copies)).OrderBy(_ => random.Next()).ToList();

        await Parallel.ForEachAsync(deliveries.Index(), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancelled }, async (delivery, _) =>
        {
            if (delivery.Index == deliveries.Count / 2)
                Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "node1.pid"), Cancelled), CultureInfo.InvariantCulture)).Kill();
            await DeliverUntilAcceptedAsync(delivery.Item);
        });

        await using var connection = new NpgsqlConnection(_connectionString);
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
        await File.WriteAllTextAsync(Path.Combine(_folder, "verify", "WW_verify_a1B2.txt"), "a1B2", Cancelled);
        using var huge = new ByteArrayContent(new byte[2_000_000]);

        Assert.Equal("a1B2", await _client.GetStringAsync(new Uri("/WW_verify_a1B2.txt", UriKind.Relative), Cancelled));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync("/WW_verify_other.txt"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync("/metrics"));
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync("/health/ready"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync("/callback/nobody"));
        using var refused = await _client.PostAsync(new Uri("/callback/demo", UriKind.Relative), huge, Cancelled);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }

    private async Task<HttpStatusCode> StatusOfAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
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
        using var response = await _client.PostAsync(new Uri($"/callback/demo?msg_signature={signature}&timestamp=1767000000&nonce=1234567890", UriKind.Relative), content, Cancelled);
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

    private static string Script([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../deploy/two-nodes.sh"));

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
