using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Hongyan.Server.Tests.Push;

/// <summary>A server with a simulator, several push keys, and a way to see what arrived.</summary>
public sealed class PushServer : IAsyncLifetime
{
    public const string Key = "hongyan-demo-push-key";
    public const string NarrowKey = "narrow-4b1f0c2a9d8e7f65";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private RunningServer? _running;

    internal RunningServer Running => _running ?? throw new InvalidOperationException("The server has not started.");

    public async ValueTask InitializeAsync() => _running = await RunningServer.StartAsync(
        "--Push:PerMinute=100000", $"--Push:Keys:narrow:Key={NarrowKey}", "--Push:Keys:narrow:Accounts=demo", "--Push:Keys:narrow:Targets=user:zhangsan, party:*");

    public async ValueTask DisposeAsync()
    {
        if (_running is not null)
            await _running.DisposeAsync();
    }

    /// <summary>Posts a body with a key.</summary>
    public Task<PushReply> PostAsync(string path, string body, string? key = Key, string? claim = null) => PostAsync(Running, path, body, key, claim);

    internal static async Task<PushReply> PostAsync(RunningServer running, string path, string body, string? key = Key, string? claim = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (claim is not null)
            request.Headers.Add("Idempotency-Key", claim);
        using var response = await running.Server.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new PushReply((int)response.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!, response.Headers);
    }

    /// <summary>Waits until an entry stands in a conversation of the simulator.</summary>
    internal static async Task<JsonNode> UntilAsync(RunningServer running, string conversation, Func<JsonNode, bool> isIt)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var entries = JsonNode.Parse(await running.Simulator.GetStringAsync(conversation, patience.Token))!.AsArray();
            if (entries.FirstOrDefault(entry => isIt(entry!)) is { } found)
                return found;
            await pause.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>How many entries of a conversation say something.</summary>
    internal static async Task<int> CountAsync(RunningServer running, string conversation, string content) =>
        JsonNode.Parse(await running.Simulator.GetStringAsync(conversation, TestContext.Current.CancellationToken))!.AsArray().Count(entry => (string?)entry!["content"] == content);
}
