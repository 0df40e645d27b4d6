using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Hongyan.Simulator.Deliveries;

/// <summary>Sends sealed callbacks over HTTP: no redirect, no proxy, no cookie, one deadline for everything, a bounded answer.</summary>
internal sealed class CallbackSender(TimeProvider time) : IDisposable
{
    /// <summary>Bytes of an answer that are read.</summary>
    public const int MaxAnswerLength = 1024 * 1024;

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        // The wire panel lists every header that goes out; tracing would add some behind its back.
        ActivityHeadersPropagator = null,
        // A bot is stopped and started all the time; a connection that outlives it costs a failed attempt.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The request of a callback, as it will go out.</summary>
    public static HttpRequestMessage Request(SealedCallback callback)
    {
        var request = new HttpRequestMessage(callback.Envelope.Length == 0 ? HttpMethod.Get : HttpMethod.Post, callback.Address);
        request.Headers.Host = callback.Address.Authority;
        request.Headers.Accept.ParseAdd("*/*");
        request.Headers.UserAgent.ParseAdd("Hongyan.Simulator");
        if (request.Method == HttpMethod.Post)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(callback.Envelope));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(callback.ContentType);
        }
        return request;
    }

    /// <summary>The first line of a request.</summary>
    public static string RequestLine(HttpRequestMessage request) =>
        $"{request.Method} {request.RequestUri!.PathAndQuery} HTTP/1.1";

    /// <summary>The headers of a request.</summary>
    public static IReadOnlyDictionary<string, string> RequestHeaders(HttpRequestMessage request)
    {
        // Content-Length is computed when it is first asked for; unasked it would be missing from the list.
        _ = request.Content?.Headers.ContentLength;
        return request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
    }

    /// <summary>Sends a request and reads the answer. Never throws but for the caller's own cancellation.</summary>
    public async Task<CallbackAnswer> SendAsync(HttpRequestMessage request, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var expiry = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellationToken);
        var started = time.GetTimestamp();
        try
        {
            var answer = await SendAsync(request, either.Token);
            return answer with { Duration = time.GetElapsedTime(started) };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(Finding.Of(FindingKind.TimedOut, deadline.TotalSeconds));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return Failed(Explain(request.RequestUri!, exception));
        }

        CallbackAnswer Failed(Finding failure) => new() { Failure = failure, Duration = time.GetElapsedTime(started) };
    }

    public void Dispose() => _client.Dispose();

    private async Task<CallbackAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var body = await ReadAsync(response.Content, cancellationToken);
        var answer = new CallbackAnswer { Status = (int)response.StatusCode, ContentType = response.Content.Headers.ContentType?.MediaType };
        return body is null
            ? answer with { Failure = Finding.Of(FindingKind.AnswerTooLarge, MaxAnswerLength) }
            : answer with { Body = body };
    }

    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var body = new ArrayBufferWriter<byte>();
        while (body.WrittenCount <= MaxAnswerLength)
        {
            var read = await stream.ReadAsync(body.GetMemory(4096), cancellationToken);
            if (read == 0)
                return body.WrittenSpan.ToArray();
            body.Advance(read);
        }
        return null;
    }

    private static Finding Explain(Uri address, Exception exception) =>
        exception is HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } }
            ? Finding.Of(FindingKind.ConnectionRefused, address.Authority)
            : Finding.Of(FindingKind.Unreachable, address.Authority, exception.InnerException?.Message ?? exception.Message);
}
