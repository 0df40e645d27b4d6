using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Hongyan.Media;

/// <summary>A multipart/form-data body with one file in the field <c>media</c>, as the platforms read it.</summary>
/// <remarks>
/// Written by hand, because <see cref="MultipartFormDataContent"/> encodes a Chinese name (RFC 2047, and a second time as filename*) and
/// people would then see the encoding. The platforms want the name as plain UTF-8 in quotes, a filelength, and the whole length first.
/// </remarks>
internal sealed class MultipartFileContent : HttpContent
{
    private readonly byte[] _head;
    private readonly byte[] _tail;
    private readonly ReplayableStream _file;

    /// <param name="fileName">The name, made safe already.</param>
    /// <param name="contentType">The file's Content-Type.</param>
    /// <param name="file">The file. It is sent from its start, and stays open.</param>
    /// <param name="field">Name and text of one more field, which goes first; null for none.</param>
    public MultipartFileContent(string fileName, string contentType, ReplayableStream file, (string Name, string Text)? field = null)
    {
        var boundary = "hongyan-" + RandomNumberGenerator.GetHexString(32, lowercase: true);
        var first = field is null ? "" : $"--{boundary}\r\nContent-Disposition: form-data; name=\"{field.Value.Name}\"\r\n\r\n{field.Value.Text}\r\n";
        _head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{first}--{boundary}\r\nContent-Disposition: form-data; name=\"media\"; filename=\"{fileName}\"; filelength={file.Length}\r\nContent-Type: {contentType}\r\n\r\n"));
        _tail = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
        _file = file;
        // Not through MediaTypeHeaderValue: no quotes around the boundary, which not every server understands.
        Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_head, cancellationToken).ConfigureAwait(false);
        await _file.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(_tail, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _head.Length + _file.Length + _tail.Length;
        return true;
    }
}
