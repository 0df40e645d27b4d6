using System.Net;
using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hongyan.WeCom;

/// <summary>
/// What a robot (智能机器人) can do by itself: answer a message later, once, and fetch the files that people send it. No token takes part.
/// Safe to share between threads.
/// </summary>
/// <remarks>
/// Every method throws <see cref="PlatformApiException"/> where the platform refuses, <see cref="PlatformUnavailableException"/> where there is
/// no usable answer, and <see cref="FieldLimitException"/> for what is too long.
/// </remarks>
public sealed class RobotClient
{
    private const string Page = "developer.work.weixin.qq.com/document/path/101138";
    private const string CodeName = "response_code";
    private const int FeedbackBytes = 256;

    /// <summary>Stands for the address of a file, which is signed and belongs in no message of an error.</summary>
    private const string FilePath = "/file-of-a-robot";

    private readonly HttpClient _http;
    private readonly RobotClientOptions _options;
    private readonly TimeProvider _time;
    private readonly PlatformRetry _retry;
    private readonly byte[] _key;

    /// <summary>A client of its own; <c>AddWeComRobot</c> registers one with the account's name.</summary>
    /// <param name="http">Carries the calls. Take its loggers out (RemoveAllLoggers): the platform's addresses are secrets.</param>
    /// <param name="options">Which robot.</param>
    /// <param name="time">The clock; null is the system's.</param>
    /// <param name="logger">Told when a call is repeated; never sees an address.</param>
    /// <exception cref="FormatException">The EncodingAESKey is not 43 characters of base64.</exception>
    public RobotClient(HttpClient http, RobotClientOptions options, TimeProvider? time = null, ILogger<RobotClient>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        _http = http;
        _options = options;
        _time = time ?? TimeProvider.System;
        _retry = new PlatformRetry(options.Retries, _time, logger ?? NullLogger<RobotClient>.Instance);
        _key = MessageCipher.DecodeKey(options.EncodingAESKey) ?? throw new FormatException($"An EncodingAESKey has {MessageCipher.KeyLength} characters of base64.");
    }

    /// <summary>Answers a message later (主动回复消息), with markdown. Each <c>response_url</c> takes one answer, within an hour.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/101138</remarks>
    /// <param name="responseUrl">From <see cref="RobotChat.ResponseUrl"/>.</param>
    /// <param name="content">1 to 20480 bytes of UTF-8; in a group <c>&lt;@userid&gt;</c> mentions a member.</param>
    /// <param name="feedbackId">Lets people rate the answer; the feedback event carries it. Max. 256 bytes of UTF-8.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentException">It is no such address.</exception>
    [Endpoint("POST /cgi-bin/aibot/response")]
    public Task AnswerAsync(Uri responseUrl, string content, string? feedbackId = null, CancellationToken cancellationToken = default)
    {
        Check.Required("content", content, StreamReply.MaxBytes, Advice.Cut);
        Check.Optional("feedbackId", feedbackId, FeedbackBytes);
        return SendAsync(responseUrl, json =>
        {
            json.WriteString("msgtype"u8, "markdown"u8);
            json.WriteStartObject("markdown"u8);
            json.WriteString("content"u8, content);
            WriteFeedback(json, feedbackId);
            json.WriteEndObject();
        }, cancellationToken);
    }

    /// <summary>Answers a message later with a template card. Each <c>response_url</c> takes one answer, within an hour.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/101138</remarks>
    /// <param name="responseUrl">From <see cref="RobotChat.ResponseUrl"/>.</param>
    /// <param name="card">The card.</param>
    /// <param name="feedbackId">Lets people rate the card; the feedback event carries it. Max. 256 bytes of UTF-8.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentException">It is no such address.</exception>
    [Endpoint("POST /cgi-bin/aibot/response")]
    public Task AnswerWithCardAsync(Uri responseUrl, TemplateCard card, string? feedbackId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(card);
        TemplateCardLimits.Check(card, Page);
        Check.Optional("feedbackId", feedbackId, FeedbackBytes);
        return SendAsync(responseUrl, json =>
        {
            json.WriteString("msgtype"u8, "template_card"u8);
            json.WriteStartObject("template_card"u8);
            TemplateCardJson.WriteFields(json, card);
            WriteFeedback(json, feedbackId);
            json.WriteEndObject();
        }, cancellationToken);
    }

    /// <summary>
    /// Fetches a picture, file or video that a person sent the robot, and decrypts it. Returns as soon as the first bytes arrive; the rest is
    /// read from <see cref="DownloadedMedia.Content"/>, straight from the connection.
    /// </summary>
    /// <remarks>
    /// https://developer.work.weixin.qq.com/document/path/100719. The address lives for five minutes; files have up to 100 MB. Reading throws an
    /// <see cref="IOException"/> where the file was not encrypted with this robot's key.
    /// </remarks>
    /// <param name="url">From the message, such as <see cref="ImageMessage.PictureUrl"/>.</param>
    /// <param name="cancellationToken">Ends the waiting for the first bytes. Reading the content takes its own.</param>
    /// <returns>The file; dispose of it, or its connection stays taken.</returns>
    /// <exception cref="ArgumentException">It is no address.</exception>
    public Task<DownloadedMedia> DownloadAsync(string url, CancellationToken cancellationToken = default)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            throw new ArgumentException("A file of a robot has an address that begins with https://.", nameof(url));
        var request = new PlatformRequest { Method = HttpMethod.Get, Path = FilePath, Timeout = _options.TransferTimeout, IsRepeatable = true };
        return _retry.RunAsync(request, (wait, token) => FetchAsync(address, wait, token), cancellationToken);
    }

    private static LimitCheck Check => new("a robot's message", Page);

    private async Task SendAsync(Uri responseUrl, Action<Utf8JsonWriter> writeFields, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(responseUrl);
        var secret = SecretOf(responseUrl, out var path);
        var request = new PlatformRequest { Method = HttpMethod.Post, Path = path, CreateContent = JsonBody.OfFields(writeFields), Timeout = _options.CallTimeout };
        var connection = new PlatformConnection(_http, responseUrl, WeComErrorHints.For, _time);
        await _retry.RunAsync(request,
            (wait, token) => connection.SendAsync(request, secret, wait, (answer, reading) => answer.ReadAsync(_ => true, reading), token), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Whoever has the code can answer in the robot's name, so it is kept apart from what may be shown.</summary>
    private static QuerySecret SecretOf(Uri address, out string path)
    {
        var pairs = address.IsAbsoluteUri && address.Scheme is "https" or "http" ? address.Query.TrimStart('?').Split('&') : [];
        var code = Array.Find(pairs, pair => pair.StartsWith($"{CodeName}=", StringComparison.Ordinal))?[(CodeName.Length + 1)..];
        if (string.IsNullOrEmpty(code))
            throw new ArgumentException("A response_url reads https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=…; take it as the message brings it.", nameof(address));
        var others = pairs.Where(pair => !pair.StartsWith($"{CodeName}=", StringComparison.Ordinal)).ToList();
        path = others.Count == 0 ? address.AbsolutePath : $"{address.AbsolutePath}?{string.Join('&', others)}";
        return new QuerySecret(CodeName, Uri.UnescapeDataString(code));
    }

    private static void WriteFeedback(Utf8JsonWriter json, string? feedbackId)
    {
        if (string.IsNullOrEmpty(feedbackId))
            return;
        json.WriteStartObject("feedback"u8);
        json.WriteString("id"u8, feedbackId);
        json.WriteEndObject();
    }

    private async Task<DownloadedMedia> FetchAsync(Uri address, TimeSpan wait, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(wait, _time);
        using var caller = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        HttpResponseMessage? response = null;
        try
        {
            response = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK)
                throw Unavailable($"was answered with HTTP {(int)response.StatusCode}; the address lives for five minutes", response.StatusCode, cause: null);
            var content = await response.Content.ReadAsStreamAsync(timeout.Token).ConfigureAwait(false);
            var media = new DownloadedMedia(response, new RobotMediaStream(content, _key), length: null);
            response = null;
            return media;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unavailable("was not answered in time", status: null, late);
        }
        catch (HttpRequestException failure)
        {
            // Its message names the host at the most, never the signed rest of the address.
            throw Unavailable($"got no answer: {failure.Message}", failure.StatusCode, failure);
        }
        finally
        {
            response?.Dispose();
        }
    }

    private static PlatformUnavailableException Unavailable(string what, HttpStatusCode? status, Exception? cause) =>
        new($"GET {FilePath}", $"A file of the robot {what}.", mayHaveTakenEffect: false, status, cause);
}
