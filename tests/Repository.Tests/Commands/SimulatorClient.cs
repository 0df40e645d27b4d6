using System.Net.Http.Json;
using System.Text.Json;

namespace Hongyan.Repository.Tests.Commands;

/// <summary>Acts as a person through the simulator's control API, as a script in any language would.</summary>
internal sealed class SimulatorClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };

    /// <summary>The accounts that the simulator plays the platform for.</summary>
    public async Task<JsonElement> GetAccountsAsync(CancellationToken cancellationToken) =>
        await _http.GetFromJsonAsync<JsonElement>("/sim/accounts", cancellationToken);

    /// <summary>A member of the sample corp, the same one each time.</summary>
    public async Task<string> AnyMemberAsync(CancellationToken cancellationToken)
    {
        var world = await _http.GetFromJsonAsync<JsonElement>("/sim/world", cancellationToken);
        return world.GetProperty("members")[0].GetProperty("userId").GetString()!;
    }

    /// <summary>Saves the 接收消息 page of an app, which runs the URL verification against the bot.</summary>
    public async Task SaveCallbackAsync(string app, Uri callback, JsonElement account, CancellationToken cancellationToken)
    {
        using var response = await _http.PutAsJsonAsync($"/sim/apps/{app}/callback", new
        {
            callbackUrl = callback,
            token = account.GetProperty("token").GetString(),
            encodingAESKey = account.GetProperty("encodingAESKey").GetString(),
        }, cancellationToken);
        await RequireSuccessAsync(response, cancellationToken);
    }

    /// <summary>Says something to an app and waits for what becomes of it.</summary>
    /// <returns>Every text of the simulator's answer, whatever property holds it.</returns>
    public async Task<IReadOnlyList<string>> SayAsync(string app, string member, string content, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync($"/sim/apps/{app}/members/{member}/messages?wait=true", new { type = "text", content }, cancellationToken);
        await RequireSuccessAsync(response, cancellationToken);
        return [.. Texts(await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken))];
    }

    /// <summary>The texts of the conversation that a person has with an app.</summary>
    public async Task<IReadOnlyList<string>> ReadConversationAsync(string app, string member, CancellationToken cancellationToken) =>
        [.. Texts(await _http.GetFromJsonAsync<JsonElement>($"/sim/apps/{app}/members/{member}/conversation", cancellationToken))];

    /// <summary>Saves the callback settings of a robot with the keys it has, which runs the URL verification against the bot.</summary>
    public async Task SaveRobotCallbackAsync(string robot, Uri callback, CancellationToken cancellationToken)
    {
        var settings = await _http.GetFromJsonAsync<JsonElement>($"/sim/robots/{robot}/callback", cancellationToken);
        using var response = await _http.PutAsJsonAsync($"/sim/robots/{robot}/callback", new
        {
            callbackUrl = callback,
            token = settings.GetProperty("token").GetString(),
            encodingAESKey = settings.GetProperty("encodingAESKey").GetString(),
        }, cancellationToken);
        await RequireSuccessAsync(response, cancellationToken);
    }

    /// <summary>Says something to a robot and waits until its answer has ended.</summary>
    /// <returns>Every text of the simulator's answer, whatever property holds it.</returns>
    public async Task<IReadOnlyList<string>> SayToRobotAsync(string robot, string member, string content, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync($"/sim/robots/{robot}/members/{member}/messages?wait=true", new { type = "text", content }, cancellationToken);
        await RequireSuccessAsync(response, cancellationToken);
        return [.. Texts(await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken))];
    }

    public void Dispose() => _http.Dispose();

    private static async Task RequireSuccessAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
            Assert.Fail($"{response.RequestMessage!.RequestUri} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        _ => [],
    };
}
