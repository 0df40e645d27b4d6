using System.Net.Http.Headers;
using System.Text.Json;

namespace Hongyan.Calls;

/// <summary>What the platform answered, not yet read.</summary>
internal sealed class PlatformAnswer(HttpResponseMessage response, PlatformRequest request, QuerySecret secret, Func<int, string, string?> hint) : IDisposable
{
    /// <summary>Bytes. The longest lists of members and departments stay far below it.</summary>
    private const int LargestJson = 32 * 1024 * 1024;

    private HttpResponseMessage? _response = response;

    private HttpResponseMessage Response => _response ?? throw new ObjectDisposedException(nameof(PlatformAnswer));

    /// <summary>
    /// Whether the body is a file. The platform answers an error with 200 as well, in JSON; a file that is JSON itself comes with a
    /// file name.
    /// </summary>
    public bool IsFile
    {
        get
        {
            if (!Response.IsSuccessStatusCode)
                return false;
            var mediaType = Response.Content.Headers.ContentType?.MediaType;
            return mediaType is not ("application/json" or "text/json" or "text/plain" or "text/html")
                || Response.Content.Headers.NonValidated.Contains("Content-Disposition");
        }
    }

    /// <summary>Reads the JSON of an answer that says the call succeeded.</summary>
    /// <exception cref="PlatformException">The platform refused the call, or this is not its JSON.</exception>
    public async Task<T> ReadAsync<T>(Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
    {
        await Response.Content.LoadIntoBufferAsync(LargestJson, cancellationToken).ConfigureAwait(false);
        ReadOnlyMemory<byte> json = await Response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (json.Span.StartsWith("\uFEFF"u8))
            json = json[3..];

        if (!AnswerStatus.TryRead(json.Span, out var status))
            throw NotTheirs("which is not the platform's JSON; is a proxy in between, or ApiBaseAddress wrong?");
        if (status.Code != 0 && status.Code != request.AcceptedCode)
        {
            var text = secret.RemoveFrom(status.Message);
            throw new PlatformApiException(status.Code, request.Endpoint, text, hint(status.Code, text));
        }
        if (!Response.IsSuccessStatusCode)
            throw NotTheirs("which is a failure without a code of the platform");

        try
        {
            return read(json);
        }
        catch (JsonException unexpected)
        {
            throw NotTheirs("in a form that is not expected here", unexpected);
        }
    }

    /// <summary>The body as it arrives.</summary>
    public Task<Stream> OpenFileAsync(CancellationToken cancellationToken) => Response.Content.ReadAsStreamAsync(cancellationToken);

    /// <summary>Hands the response to the caller, who disposes of it.</summary>
    public HttpResponseMessage Detach()
    {
        var detached = Response;
        _response = null;
        return detached;
    }

    public void Dispose() => _response?.Dispose();

    private PlatformUnavailableException NotTheirs(string why, Exception? cause = null) =>
        new(request.Endpoint,
            $"{request.Endpoint} was answered with HTTP {(int)Response.StatusCode}, {TypeOf(Response.Content.Headers.ContentType)}, {why}.",
            !request.IsRepeatable, Response.StatusCode, cause);

    private static string TypeOf(MediaTypeHeaderValue? contentType) => contentType?.MediaType ?? "no Content-Type";
}
