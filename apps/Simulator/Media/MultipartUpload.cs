using System.Buffers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Hongyan.Simulator.Media;

/// <summary>Reads the file of a multipart upload the way the platform does: the part called <c>media</c>, its name as raw UTF-8 in <c>filename="…"</c>.</summary>
internal static class MultipartUpload
{
    private const string PartName = "media";

    /// <summary>The file; null when the body holds no such part. Then <paramref name="request"/> is no multipart upload at all.</summary>
    /// <param name="request">The upload.</param>
    /// <param name="maxLength">Bytes that the file may have.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<UploadedFile?> ReadAsync(HttpRequest request, int maxLength, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary)
            return null;

        try
        {
            var reader = new MultipartReader(boundary.ToString(), request.Body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                var disposition = DispositionParameters.Read(section.ContentDisposition ?? "");
                if (disposition.GetValueOrDefault("name") == PartName)
                    return await ReadAsync(section.Body, disposition, maxLength, cancellationToken);
            }
            return null;
        }
        // The reader's words for a body that ends too early, or whose parts cannot be told apart.
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return null;
        }
    }

    private static async Task<UploadedFile> ReadAsync(
        Stream body, IReadOnlyDictionary<string, string> disposition, int maxLength, CancellationToken cancellationToken)
    {
        if (!disposition.ContainsKey("filename") && !disposition.ContainsKey("filename*"))
            return new() { Content = [], Note = Finding.Of(FindingKind.UploadNotAFile) };

        var content = new ArrayBufferWriter<byte>();
        int read;
        while (content.WrittenCount <= maxLength && (read = await body.ReadAsync(content.GetMemory(64 * 1024), cancellationToken)) > 0)
            content.Advance(read);

        var name = disposition.GetValueOrDefault("filename", "");
        var isEncoded = name.Length == 0 || (name.StartsWith("=?", StringComparison.Ordinal) && name.EndsWith("?=", StringComparison.Ordinal));
        return new()
        {
            Content = content.WrittenSpan.ToArray(),
            IsTooLarge = content.WrittenCount > maxLength,
            FileName = isEncoded ? null : Clean(name),
            Note = isEncoded ? Finding.Of(FindingKind.UploadNameEncoded, name.Length == 0 ? disposition.GetValueOrDefault("filename*", "") : name) : null,
        };
    }

    // The name goes into a header again, and onto a page.
    private static string? Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Where(c => !char.IsControl(c) && c != '"')]).Trim();
        return clean.Length > 0 ? clean : null;
    }
}
