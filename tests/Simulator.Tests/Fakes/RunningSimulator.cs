using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Simulator.Tests.Fakes;

/// <summary>A simulator on a port of its own whose demo app calls the bot given.</summary>
internal sealed class RunningSimulator : IAsyncDisposable
{
    /// <summary>A bot that takes its time on a crowded machine has not missed a deadline; tests of deadlines move the clock.</summary>
    private static readonly string[] Patience = ["--Simulator:DeadlineSeconds", "60", "--Simulator:VerificationSeconds", "60"];

    private readonly WebApplication _app;

    private RunningSimulator(WebApplication app, HttpClient http)
    {
        _app = app;
        Http = http;
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public static Task<RunningSimulator> StartAsync(FakeBot bot, params string[] args) => StartAsync(bot, time: null, args);

    public static async Task<RunningSimulator> StartAsync(FakeBot? bot, TimeProvider? time, params string[] args)
    {
        // Without a bot: port 1 is never listened on.
        string[] all =
        [
            "--urls", "http://127.0.0.1:0",
            "--Simulator:Apps:demo:CallbackUrl", bot?.Url ?? "http://127.0.0.1:1/bot",
            .. time is null ? Patience : [],
            .. args,
        ];
        var app = SimulatorHost.Build(all, builder =>
        {
            if (time is not null)
                builder.Services.AddSingleton(time);
        });
        await app.StartAsync();
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
        return new(app, http);
    }

    /// <summary>A member says something; the delivery with its final outcome.</summary>
    public Task<JsonNode> SayAsync(string content) => ActAsync("messages", new { type = "text", content });

    /// <summary>A member does something; the delivery with its final outcome.</summary>
    public async Task<JsonNode> ActAsync(string what, object body)
    {
        using var response = await Http.PostAsJsonAsync($"/sim/apps/demo/members/zhangsan/{what}?wait=true", body);
        var answer = await ReadAsync(response);
        Assert.True(response.IsSuccessStatusCode, answer.ToJsonString());
        return answer;
    }

    public async Task<JsonNode> GetAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(response);
    }

    /// <summary>Puts a body that must be taken; the answer.</summary>
    public async Task<JsonNode> PutAsync(string path, object body)
    {
        using var response = await Http.PutAsJsonAsync(path, body);
        var answer = await ReadAsync(response);
        Assert.True(response.IsSuccessStatusCode, answer.ToJsonString());
        return answer;
    }

    /// <summary>Switches faults of the demo app on.</summary>
    public Task<JsonNode> FaultsAsync(params object[] faults) => PutAsync("/sim/apps/demo/faults", faults);

    public async Task<JsonArray> ConversationAsync() =>
        (await GetAsync("/sim/apps/demo/members/zhangsan/conversation")).AsArray();

    public static async Task<JsonNode> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        try
        {
            return JsonNode.Parse(text)!;
        }
        catch (JsonException)
        {
            throw new InvalidOperationException($"{(int)response.StatusCode}: {text}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
