using System.Diagnostics;
using System.Globalization;
using Hongyan.Protocol;
using Hongyan.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Hongyan;

/// <summary>
/// The HTTP side of one account of any platform: Callback → Verify → Decrypt → Parse, and the answer back. Statuses as
/// docs/concepts/verify.md has them. What the platforms have of their own is in the envelope and in the bot's <see cref="Platform"/>.
/// </summary>
internal sealed partial class PlatformCallback(
    Bot bot, ICallbackEnvelope envelope, TimeSpan? maxAge, ReplyDelivery delivery, BotMetrics metrics, TimeProvider time, ILogger<PlatformCallback> logger)
{
    private const string TooLarge = "the body is larger than is ever read";

    /// <summary>Answers a request of the platform. Where nobody measures and nobody traces, neither costs anything.</summary>
    public Task HandleAsync(HttpContext http) =>
        metrics.MeasuresCallbacks || BotTraces.Source.HasListeners() ? ObserveAsync(http) : TryAnswerAsync(http);

    private async Task ObserveAsync(HttpContext http)
    {
        var started = time.GetTimestamp();
        using var span = BotTraces.Source.StartActivity("Callback", ActivityKind.Server);
        span?.SetTag(BotTraces.Account, bot.Account.Name);
        await TryAnswerAsync(http).ConfigureAwait(false);
        span?.SetTag("http.response.status_code", http.Response.StatusCode);
        metrics.Callback(bot.Account.Name, http.Response.StatusCode, time.GetElapsedTime(started));
    }

    private async Task TryAnswerAsync(HttpContext http)
    {
        try
        {
            await AnswerAsync(http).ConfigureAwait(false);
        }
        catch (BadHttpRequestException broken)
        {
            var isTooLarge = broken.StatusCode == StatusCodes.Status413PayloadTooLarge;
            Refuse(http, broken.StatusCode, CallbackError.None, isTooLarge ? TooLarge : "the server could not read the request");
        }
        catch (StoreUnavailableException)
        {
            // Not accepted: the platform delivers the message again. The log has it from where it happened.
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        catch (Exception hangUp) when (hangUp is OperationCanceledException or IOException)
        {
            // The platform hangs up after five seconds: nothing is wrong, and nobody reads the status but an access log.
            LogHungUp(logger, bot.Account.Name);
            if (!http.Response.HasStarted)
                http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            // Or Kestrel, which may not have noticed yet, tries to read the rest of the body and logs an error.
            if (hangUp is IOException)
                http.Abort();
        }
    }

    private Task AnswerAsync(HttpContext http)
    {
        CallbackBody.LimitLength(http);
        if (HttpMethods.IsPost(http.Request.Method))
            return ReceiveAsync(http);
        if (HttpMethods.IsGet(http.Request.Method))
            return VerifyUrlAsync(http);

        http.Response.Headers.Allow = "GET, POST";
        Refuse(http, StatusCodes.Status405MethodNotAllowed, CallbackError.None, "the method is neither GET nor POST");
        return Task.CompletedTask;
    }

    /// <summary>URL verification (验证URL有效性): the echostr goes back as it stands, decrypted where it was encrypted, within a second.</summary>
    private async Task VerifyUrlAsync(HttpContext http)
    {
        if (!TryReadQuery(http, out var query))
            return;

        var result = envelope.VerifyUrl(query);
        if (!result.Succeeded)
        {
            Refuse(http, StatusOf(result.Error, inUrlVerification: true), result.Error, result.Reason);
            return;
        }
        if (envelope.EncryptsEcho && IsDocument(result.Message.Span))
        {
            Refuse(http, StatusCodes.Status403Forbidden, CallbackError.None, "the echostr is a message: a recorded callback, sent to be decrypted");
            return;
        }
        if (IsTooOld(http, query))
            return;

        LogVerified(logger, bot.Account.Name);
        // Whatever a stranger puts there, who has seen one signature of an Official Account, no browser is to take it for a page.
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await WriteAsync(http, "text/plain; charset=utf-8", result.Message).ConfigureAwait(false);
    }

    private async Task ReceiveAsync(HttpContext http)
    {
        if (!TryReadQuery(http, out var query))
            return;

        EnvelopeResult result;
        using (var body = await CallbackBody.ReadAsync(http.Request).ConfigureAwait(false))
        {
            if (body.IsTooLarge)
            {
                Refuse(http, StatusCodes.Status413PayloadTooLarge, CallbackError.None, TooLarge);
                return;
            }
            result = Open(query, body.Span);
        }
        if (!result.Succeeded)
        {
            Refuse(http, StatusOf(result.Error, inUrlVerification: false), result.Error, result.Reason);
            return;
        }
        if (IsTooOld(http, query))
            return;

        var incoming = Parse(result.Message);
        using var span = BotTraces.Source.StartActivity("Deliver");
        var answer = await delivery.DeliverAsync(bot, incoming, http.RequestAborted).ConfigureAwait(false);
        span?.SetTag(BotTraces.HandOver, answer.IsEmpty ? "empty" : "passive");
        if (answer.IsEmpty)
        {
            await AcknowledgeAsync(http, incoming).ConfigureAwait(false);
            return;
        }

        var sealedAnswer = new CountedWriter(http.Response.BodyWriter);
        envelope.Seal(answer.Span, query.Timestamp!, query.Nonce!, sealedAnswer);
        http.Response.ContentType = envelope.ContentType;
        http.Response.ContentLength = sealedAnswer.Count;
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Says that the message is accepted and nothing is answered.</summary>
    private static async ValueTask AcknowledgeAsync(HttpContext http, Incoming incoming)
    {
        var acknowledgement = Platform.NoReplyTo(incoming);
        if (acknowledgement.IsEmpty)
            http.Response.ContentLength = 0;
        else
            await WriteAsync(http, "text/plain; charset=utf-8", acknowledgement).ConfigureAwait(false);
    }

    private EnvelopeResult Open(in CallbackQuery query, ReadOnlySpan<byte> body)
    {
        EnvelopeResult result;
        ReadOnlySpan<byte> content;
        using (BotTraces.Source.StartActivity("Verify"))
            result = envelope.Verify(query, body, out content);
        if (!result.Succeeded)
            return result;
        using (BotTraces.Source.StartActivity("Decrypt"))
            return envelope.Decrypt(content);
    }

    private Incoming Parse(ReadOnlyMemory<byte> message)
    {
        using var span = BotTraces.Source.StartActivity("Parse");
        var incoming = bot.Parse(message);
        span?.SetTag(BotTraces.Kind, incoming.GetType().Name);
        if (incoming is UnreadableMessage unreadable)
            LogUnreadable(logger, bot.Account.Name, unreadable.Reason);
        return incoming;
    }

    private bool TryReadQuery(HttpContext http, out CallbackQuery query)
    {
        string? signature = null, plainSignature = null, timestamp = null, nonce = null, echo = null;
        var isRepeated = false;
        // Without a dictionary of the whole query, which would cost more than all five of these.
        foreach (var parameter in new QueryStringEnumerable(http.Request.QueryString.Value))
        {
            var name = parameter.DecodeName().Span;
            if (Is(name, "msg_signature"))
                Keep(ref signature, parameter);
            else if (Is(name, "signature"))
                Keep(ref plainSignature, parameter);
            else if (Is(name, "timestamp"))
                Keep(ref timestamp, parameter);
            else if (Is(name, "nonce"))
                Keep(ref nonce, parameter);
            else if (Is(name, "echostr"))
                Keep(ref echo, parameter);
        }
        // A '+' that the caller did not escape has become a blank, and base64 has no blanks.
        if (envelope.EncryptsEcho)
            echo = echo?.Replace(' ', '+');
        query = new CallbackQuery(signature, timestamp, nonce, echo) { PlainSignature = plainSignature };
        if (!isRepeated)
            return true;

        Refuse(http, StatusCodes.Status400BadRequest, CallbackError.ParseFailed, "a parameter of the query is repeated");
        return false;

        static bool Is(ReadOnlySpan<char> name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

        void Keep(ref string? kept, QueryStringEnumerable.EncodedNameValuePair parameter)
        {
            isRepeated |= kept is not null;
            kept = parameter.DecodeValue().ToString();
        }
    }

    /// <summary>
    /// Whether this is what a POST carries. Both are signed and encrypted the same way, so without this look whoever has recorded a
    /// callback could have it decrypted here; a real echostr is a number.
    /// </summary>
    private static bool IsDocument(ReadOnlySpan<byte> message) => message.Trim(" \t\r\n"u8) is [(byte)'<' or (byte)'{', ..];

    private bool IsTooOld(HttpContext http, in CallbackQuery query)
    {
        if (maxAge is not { } max)
            return false;
        if (long.TryParse(query.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) <= max.TotalSeconds)
            return false;

        Refuse(http, StatusCodes.Status403Forbidden, CallbackError.None, "the timestamp is further from now than MaxCallbackAge allows");
        return true;
    }

    private static int StatusOf(CallbackError error, bool inUrlVerification) => error switch
    {
        CallbackError.ParseFailed => StatusCodes.Status400BadRequest,
        CallbackError.SignatureMismatch or CallbackError.ReceiveIdMismatch => StatusCodes.Status403Forbidden,
        _ => inUrlVerification ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest,
    };

    private void Refuse(HttpContext http, int status, CallbackError error, string reason)
    {
        http.Response.StatusCode = status;
        LogRefused(logger, bot.Account.Name, status, (int)error, reason, http.Connection.RemoteIpAddress);
    }

    private static ValueTask<System.IO.Pipelines.FlushResult> WriteAsync(HttpContext http, string contentType, ReadOnlyMemory<byte> content)
    {
        http.Response.ContentType = contentType;
        http.Response.ContentLength = content.Length;
        return http.Response.BodyWriter.WriteAsync(content, http.RequestAborted);
    }

    [LoggerMessage(1, LogLevel.Information, "Verify: the callback URL of account {Account} was verified")]
    private static partial void LogVerified(ILogger logger, string account);

    [LoggerMessage(2, LogLevel.Warning, "Verify: account {Account} refused a request with {Status} ({Error}): {Reason}; from {RemoteAddress}")]
    private static partial void LogRefused(ILogger logger, string account, int status, int error, string reason, System.Net.IPAddress? remoteAddress);

    [LoggerMessage(3, LogLevel.Warning, "Parse: account {Account} got an authentic message that cannot be read: {Reason}; it is kept as UnreadableMessage")]
    private static partial void LogUnreadable(ILogger logger, string account, string reason);

    [LoggerMessage(4, LogLevel.Debug, "Deliver: the platform hung up on account {Account}")]
    private static partial void LogHungUp(ILogger logger, string account);
}
