using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Cli.Accounts;
using Hongyan.Cli.Inspecting;
using Hongyan.Protocol;

namespace Hongyan.Cli.Doctor;

/// <summary>Plays the platform against a callback address: signs and encrypts as it does, and sends nothing that a bot would take for a person.</summary>
internal sealed class CallbackProbe(HttpClient http, ConfiguredAccount account, Uri address, TimeProvider time)
{
    private const int MostBytes = 64 * 1024;

    /// <summary>Twice what the platform waits, to tell a slow server from one that never answers.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly bool _isPlaintext = ConfigurationCheck.IsPlaintext(account);

    private string ReceiveId => account.Platform switch { Platform.WeCom => account["CorpId"], Platform.OfficialAccount => account["AppId"], _ => "" };

    /// <summary>URL verification (GET).</summary>
    /// <param name="echo">What must come back.</param>
    /// <param name="isForged">Whether the signature is somebody else's.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<ProbeAnswer> VerifyAsync(string echo, bool isForged, CancellationToken cancellationToken)
    {
        // An Official Account sends echostr as it is, and signs it not at all.
        var sent = account.Platform == Platform.OfficialAccount ? echo : Encrypt(echo);
        return SendAsync(HttpMethod.Get, $"{QueryOf(account.Platform == Platform.OfficialAccount ? null : sent, isForged)}&echostr={Uri.EscapeDataString(sent)}", body: null, cancellationToken);
    }

    /// <summary>An event that no platform has (POST), so that no bot knows an answer.</summary>
    public Task<ProbeAnswer> PostAsync(bool isForged, CancellationToken cancellationToken)
    {
        var message = account.Platform == Platform.WeComRobot ? JsonEvent() : XmlEvent();
        if (_isPlaintext)
            return SendAsync(HttpMethod.Post, QueryOf(encrypted: null, isForged), message, cancellationToken);
        var encrypted = Encrypt(message);
        var query = QueryOf(encrypted, isForged) + (account.Platform == Platform.OfficialAccount ? "&encrypt_type=aes" : "");
        return SendAsync(HttpMethod.Post, query, account.Platform == Platform.WeComRobot
            ? $$"""{"encrypt":"{{encrypted}}"}"""
            : $"<xml><ToUserName><![CDATA[{ReceiveId}]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>", cancellationToken);
    }

    private async Task<ProbeAnswer> SendAsync(HttpMethod method, string query, string? body, CancellationToken cancellationToken)
    {
        var separator = address.Query.Length > 1 ? '&' : '?';
        using var request = new HttpRequestMessage(method, new Uri($"{address.GetLeftPart(UriPartial.Query)}{separator}{query}"));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, account.Platform == Platform.WeComRobot ? "application/json" : "text/xml");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var started = time.GetTimestamp();
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        await using var content = await response.Content.ReadAsStreamAsync(patience.Token);
        var buffer = new byte[MostBytes];
        var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, patience.Token);
        return new ProbeAnswer((int)response.StatusCode, Encoding.UTF8.GetString(buffer, 0, length), time.GetElapsedTime(started));
    }

    private string QueryOf(string? encrypted, bool isForged)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetString("0123456789", 10);
        var token = isForged ? $"not{account["Token"]}" : account["Token"];
        var query = $"timestamp={timestamp}&nonce={nonce}";
        if (account.Platform == Platform.OfficialAccount)
            query += $"&signature={SignatureVerifier.Sign(token, timestamp, nonce, "")}";
        return encrypted is null ? query : $"{query}&msg_signature={SignatureVerifier.Sign(token, timestamp, nonce, encrypted)}";
    }

    private string Encrypt(string message)
    {
        var encrypted = new ArrayBufferWriter<byte>();
        new MessageCipher(account["EncodingAESKey"], ReceiveId).Encrypt(Encoding.UTF8.GetBytes(message), encrypted);
        return Encoding.ASCII.GetString(encrypted.WrittenSpan);
    }

    private string XmlEvent()
    {
        var agent = account.Platform == Platform.WeCom && int.TryParse(account["AgentId"], out var id) ? $"<AgentID>{id}</AgentID>" : "";
        return $"<xml><ToUserName><![CDATA[{ReceiveId}]]></ToUserName><FromUserName><![CDATA[hongyan-doctor]]></FromUserName>"
            + $"<CreateTime>{time.GetUtcNow().ToUnixTimeSeconds()}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[hongyan_doctor]]></Event>{agent}</xml>";
    }

    private string JsonEvent() => new JsonObject
    {
        ["msgid"] = $"doctor-{RandomNumberGenerator.GetHexString(16, lowercase: true)}",
        ["create_time"] = time.GetUtcNow().ToUnixTimeSeconds(),
        ["aibotid"] = account["RobotId"],
        ["from"] = new JsonObject { ["userid"] = "hongyan-doctor" },
        ["msgtype"] = "event",
        ["event"] = new JsonObject { ["eventtype"] = "hongyan_doctor" },
    }.ToJsonString();
}
