using System.Buffers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Hongyan.Protocol;
using Hongyan.Simulator.OfficialAccount;

namespace Hongyan.Simulator.Tests.Fakes;

/// <summary>A simulator whose sample Official Account calls the bot given, used by 林小满, who follows it.</summary>
internal sealed class RunningAccount(RunningSimulator simulator) : IAsyncDisposable
{
    public const string Follower = "oK7d2w3JmXcQ9fR-uYtB5nHs8LgE";
    public const string Stranger = "oK7d2w5CrIy9XtDgO-n0LmEuZ6Js";

    private const string Timestamp = "1700000000";
    private const string Nonce = "1372623149";

    public RunningSimulator Simulator => simulator;

    public static async Task<RunningAccount> StartAsync(FakeBot? bot, CallbackMode mode = CallbackMode.Safe, TimeProvider? time = null, params string[] args) =>
        new(await RunningSimulator.StartAsync(
            bot: null, time,
            [
                "--Simulator:OfficialAccounts:oa:CallbackUrl", bot?.Url ?? "http://127.0.0.1:1/bot",
                "--Simulator:OfficialAccounts:oa:Mode", mode.ToString(), "--Simulator:RetryPauseSeconds", "0", .. args,
            ]));

    /// <summary>Somebody says something; the delivery with its final outcome.</summary>
    public Task<JsonNode> SayAsync(string content, string openId = Follower) => ActAsync("messages", new { type = "text", content }, openId);

    /// <summary>Somebody does something; the delivery with its final outcome.</summary>
    public async Task<JsonNode> ActAsync(string what, object body, string openId = Follower)
    {
        var (status, answer) = await PostAsync(what, body, openId);
        Assert.True(status == 200, answer.ToJsonString());
        return answer;
    }

    public async Task<(int Status, JsonNode Answer)> PostAsync(string what, object body, string openId = Follower)
    {
        using var response = await simulator.Http.PostAsJsonAsync($"/sim/official-accounts/oa/people/{openId}/{what}?wait=true", body);
        return ((int)response.StatusCode, await RunningSimulator.ReadAsync(response));
    }

    public async Task<JsonArray> ConversationAsync(string openId = Follower) =>
        (await simulator.GetAsync($"/sim/official-accounts/oa/people/{openId}/conversation")).AsArray();

    /// <summary>The platform's own notices, in the order in which they came.</summary>
    public async Task<IReadOnlyList<string>> NoticesAsync() =>
        [.. (await ConversationAsync()).Where(entry => (string?)entry!["type"] == "notice").Select(entry => (string)entry!["content"]!)];

    public async Task<string> TokenAsync() =>
        (string)(await simulator.GetAsync($"/cgi-bin/token?grant_type=client_credential&appid={SampleAccounts.Oa.AppId}&secret={SampleAccounts.Oa.Secret}"))["access_token"]!;

    /// <summary>Calls the platform's API.</summary>
    public async Task<JsonNode> CallAsync(string path, object? body = null, string? token = null)
    {
        var address = new Uri($"/cgi-bin{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}access_token={token ?? await TokenAsync()}", UriKind.Relative);
        using var response = body is null ? await simulator.Http.GetAsync(address) : await simulator.Http.PostAsJsonAsync(address, body);
        Assert.Equal(200, (int)response.StatusCode);
        return await RunningSimulator.ReadAsync(response);
    }

    /// <summary>Verifies both signatures of a callback and decrypts what there is; the plaintext.</summary>
    public static string Open(ReceivedCallback callback)
    {
        var account = SampleAccounts.Oa;
        Assert.Equal(SignatureVerifier.Sign(account.Callback.Token, callback.Query["timestamp"], callback.Nonce, ""), callback.Query["signature"]);
        if (!callback.Query.ContainsKey("encrypt_type"))
            return callback.Body;
        Assert.Equal("aes", callback.Query["encrypt_type"]);
        var encrypted = XElement.Parse(callback.Body).Element("Encrypt")!.Value;
        Assert.Equal(SignatureVerifier.Sign(account.Callback.Token, callback.Query["timestamp"], callback.Nonce, encrypted), callback.Query["msg_signature"]);
        var opened = new MessageCipher(account.Callback.EncodingAESKey, account.AppId).Decrypt(Encoding.UTF8.GetBytes(encrypted));
        Assert.Equal(CallbackError.None, opened.Error);
        return Encoding.UTF8.GetString(opened.Message.Span);
    }

    /// <summary>The plaintext of a reply to 林小满.</summary>
    public static string Plaintext(string body, string type = "text", string? to = null) =>
        $"<xml><ToUserName><![CDATA[{to ?? Follower}]]></ToUserName><FromUserName><![CDATA[{SampleAccounts.Oa.OriginalId}]]></FromUserName>"
        + $"<CreateTime>1700000001</CreateTime><MsgType><![CDATA[{type}]]></MsgType>{body}</xml>";

    /// <summary>A text reply, not encrypted.</summary>
    public static string Text(string content) => Plaintext($"<Content><![CDATA[{content}]]></Content>");

    /// <summary>A reply, encrypted.</summary>
    public static BotAnswer Seal(string plaintext)
    {
        var account = SampleAccounts.Oa;
        var encrypted = new ArrayBufferWriter<byte>();
        new MessageCipher(account.Callback.EncodingAESKey, account.AppId).Encrypt(Encoding.UTF8.GetBytes(plaintext), encrypted);
        var encrypt = Encoding.ASCII.GetString(encrypted.WrittenSpan);
        return BotAnswer.Envelope(encrypt, SignatureVerifier.Sign(account.Callback.Token, Timestamp, Nonce, encrypt));
    }

    public ValueTask DisposeAsync() => simulator.DisposeAsync();
}
