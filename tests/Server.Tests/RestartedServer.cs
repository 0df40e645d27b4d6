using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Hongyan.Protocol;
using Hongyan.Simulator;
using Hongyan.Tests;
using Microsoft.AspNetCore.Builder;

namespace Hongyan.Server.Tests;

/// <summary>One server that is started again on other data, on the same address, while the platform goes on.</summary>
internal sealed class RestartedServer : IAsyncDisposable
{
    private const string Token = "Bmh7rztkKtemv2t1jObb";
    private const string Key = "0SHmvjSwdsHPNacQo7f627GkbiRyq8eIDRSo9iKbJ7c";
    private const string CorpId = "ww2075aefc195e57e9";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _simulator;
    private readonly HttpClient _platform;
    private readonly HttpClient _client;
    private readonly byte[] _callback = Encrypt();
    private WebApplication? _server;

    private RestartedServer(WebApplication simulator, Uri address)
    {
        _simulator = simulator;
        _platform = new HttpClient { BaseAddress = new Uri(simulator.Urls.First()) };
        _client = new HttpClient { BaseAddress = address };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "hongyan-demo-push-key");
    }

    public Uri Address => _client.BaseAddress!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The platform, and the address of a server that has not been started yet.</summary>
    public static async Task<RestartedServer> CreateAsync()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var simulator = SimulatorHost.Build(
        [
            "--urls", $"http://127.0.0.1:{FreePort.Next()}", "--Simulator:Apps:demo:CallbackUrl", $"{address}callback/demo", "--Simulator:Apps:issuedesk:CallbackUrl", $"{address}callback/issuedesk",
        ]);
        await simulator.StartAsync(Cancelled);
        return new RestartedServer(simulator, address);
    }

    /// <summary>Starts it.</summary>
    /// <param name="data">Its folder.</param>
    /// <param name="connectionString">The PostgreSQL that it is on; null for SQLite in the folder.</param>
    public async Task StartAsync(DataFolder data, string? connectionString)
    {
        string[] storage = connectionString is null ? [] : ["--Storage:Provider=PostgreSql", $"--Storage:ConnectionString={connectionString}"];
        _server = ServerHost.Build(
        [
            "--environment=Development", $"--urls={Address}", "--Simulator:Enabled=false", $"--Simulator:Urls={_simulator.Urls.First()}", "--Console:AutoSignIn=false",
            "--Logging:LogLevel:Default=Critical", data.Argument, .. storage,
        ]);
        await _server.StartAsync(Cancelled);
    }

    public async Task StopAsync()
    {
        if (_server is not { } server)
            return;
        _server = null;
        await server.StopAsync(CancellationToken.None);
        await server.DisposeAsync();
    }

    /// <summary>Delivers 计数 as the platform does, each time the same message to the byte.</summary>
    /// <returns>What is answered.</returns>
    public async Task<string?> DeliverAsync()
    {
        var encrypted = Encoding.ASCII.GetString(_callback);
        using var body = new StringContent($"<xml><ToUserName>{CorpId}</ToUserName><AgentID>1000002</AgentID><Encrypt>{encrypted}</Encrypt></xml>", Encoding.UTF8, "text/xml");
        using var response = await _client.PostAsync(
            new Uri($"/callback/demo?msg_signature={SignatureVerifier.Sign(Token, "1767000000", "42", encrypted)}&timestamp=1767000000&nonce=42", UriKind.Relative), body, Cancelled);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var envelope = XElement.Parse(await response.Content.ReadAsStringAsync(Cancelled));
        var answer = new MessageCipher(Key, CorpId).Decrypt(Encoding.ASCII.GetBytes(envelope.Element("Encrypt")!.Value));
        return XElement.Parse(Encoding.UTF8.GetString(answer.Message.Span)).Element("Content")?.Value;
    }

    /// <summary>Pushes a text to zhangsan as a program does that does not want it twice.</summary>
    /// <returns>What the push is called.</returns>
    public async Task<string?> PushAsync(string text)
    {
        using var content = JsonContent.Create(new { to = "zhangsan", content = text });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/push/demo", UriKind.Relative)) { Content = content };
        request.Headers.Add("Idempotency-Key", Convert.ToHexString(Encoding.UTF8.GetBytes(text)));
        using var response = await _client.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (string?)(await response.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!["id"];
    }

    /// <summary>Lets the platform take messages of demo, or refuse them for as long as nothing else is said.</summary>
    public async Task SetRefusingAsync(bool isRefusing)
    {
        object[] faults = isRefusing ? [new { path = "/cgi-bin/message/send", errCode = 45009 }] : [];
        using var response = await _platform.PutAsJsonAsync("/sim/apps/demo/faults/calls", faults, Cancelled);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Says something in a chat.</summary>
    public Task<string?> SayAsync(string app, string member, string text) => PostAsync(app, member, "messages", new { type = "text", content = text });

    /// <summary>Presses a button of a card.</summary>
    public Task ClickAsync(string app, string member, JsonNode card, string key) => PostAsync(app, member, $"conversation/{card["id"]}/click", new { key });

    /// <summary>What stands in a chat.</summary>
    public async Task<IReadOnlyList<JsonNode>> ReadAsync(string app, string member) =>
        [.. (await _platform.GetFromJsonAsync<JsonArray>($"/sim/apps/{app}/members/{member}/conversation", Cancelled))!.Select(entry => entry!)];

    /// <summary>Waits for something to stand in a chat.</summary>
    public async Task<JsonNode> HearAsync(string app, string member, Func<JsonNode, bool> isIt)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            if ((await ReadAsync(app, member)).FirstOrDefault(isIt) is { } entry)
                return entry;
            await pause.WaitForNextTickAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _client.Dispose();
        _platform.Dispose();
        await _simulator.DisposeAsync();
    }

    private async Task<string?> PostAsync(string app, string member, string what, object body)
    {
        using var response = await _platform.PostAsJsonAsync($"/sim/apps/{app}/members/{member}/{what}?wait=true", body, Cancelled);
        var answer = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.True(response.IsSuccessStatusCode, answer);
        return (string?)JsonNode.Parse(answer)!["reply"]?["content"];
    }

    private static byte[] Encrypt()
    {
        const string Message = $"<xml><ToUserName>{CorpId}</ToUserName><FromUserName>zhangsan</FromUserName><CreateTime>1767000000</CreateTime><MsgType>text</MsgType><Content>计数</Content><MsgId>777</MsgId><AgentID>1000002</AgentID></xml>";
        var encrypted = new ArrayBufferWriter<byte>();
        new MessageCipher(Key, CorpId).Encrypt(Encoding.UTF8.GetBytes(Message), encrypted);
        return encrypted.WrittenSpan.ToArray();
    }
}
