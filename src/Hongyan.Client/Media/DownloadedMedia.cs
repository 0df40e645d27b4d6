using Hongyan.Media;

namespace Hongyan;

/// <summary>A file on its way from the platform. Dispose of it, or its connection stays taken.</summary>
public sealed class DownloadedMedia : IDisposable, IAsyncDisposable
{
    private readonly HttpResponseMessage _response;

    internal DownloadedMedia(HttpResponseMessage response, Stream content)
        : this(response, content, response.Content.Headers.ContentLength)
    {
    }

    /// <param name="response">Where it comes from.</param>
    /// <param name="content">The file, decrypted where it came encrypted.</param>
    /// <param name="length">Bytes of the content; null where that shows at its end only.</param>
    internal DownloadedMedia(HttpResponseMessage response, Stream content, long? length)
    {
        _response = response;
        Content = content;
        var headers = response.Content.Headers;
        ContentType = headers.ContentType?.MediaType ?? "application/octet-stream";
        Length = length;
        FileName = MediaFileName.FromHeader(headers.NonValidated.TryGetValues("Content-Disposition", out var values) ? values.ToString() : null)
            ?? MediaFileName.ForType(ContentType);
    }

    /// <summary>The name it was sent with, without any folder and safe to be part of a path; <c>media.jpg</c> and the like where it has none.</summary>
    public string FileName { get; }

    /// <summary>The platform's Content-Type, such as <c>image/jpeg</c>.</summary>
    public string ContentType { get; }

    /// <summary>Bytes, where the platform says so.</summary>
    public long? Length { get; }

    /// <summary>
    /// The file itself, straight from the connection: it can be read once, and not sought. Reading throws an <see cref="IOException"/>
    /// where the connection breaks.
    /// </summary>
    public Stream Content { get; }

    /// <summary>Gives the connection back.</summary>
    public void Dispose() => _response.Dispose();

    /// <summary>Gives the connection back.</summary>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        _response.Dispose();
    }
}
