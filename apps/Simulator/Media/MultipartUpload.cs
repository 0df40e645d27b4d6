using System.Buffers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Hongyan.Simulator.Media;

/// <summary>Reads the file of a multipart upload the way the platform does: the part called <c>media</c>, its name as raw UTF-8 in <c>filename="…"</c>.</summary>
internal static class MultipartUpload
{
    private const string PartName = "media";
    private const int LongestText = 64 * 1024;

    /// <summary>The file; null when the body holds no such part. Then <paramref name="request"/> is no multipart upload at all.</summary>
    /// <param name="request">The upload.</param>
    /// <param name="maxLength">Bytes that the file may have.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<UploadedFile?> ReadAsync(HttpRequest request, int maxLength, CancellationToken cancellationToken) =>
        (await ReadAsync(request, maxLength, textField: null, cancellationToken)).File;

    /// <summary>The file, and the text of a field beside it, before or after.</summary>
    /// <param name="request">The upload.</param>
    /// <param name="maxLength">Bytes that the file may have.</param>
    /// <param name="textField">Name of the field; null looks for none.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<(UploadedFile? File, string? Text)> ReadAsync(
        HttpRequest request, int maxLength, string? textField, CancellationToken cancellationToken)
    {
        UploadedFile? file = null;
        string? text = null;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary)
            return default;

        try
        {
            var reader = new MultipartReader(boundary.ToString(), request.Body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                var disposition = DispositionParameters.Read(section.ContentDisposition ?? "");
                var name = disposition.GetValueOrDefault("name");
                if (name == PartName)
                    file = await ReadAsync(section.Body, disposition, maxLength, cancellationToken);
                else if (name == textField && name is not null)
                    text = await ReadTextAsync(section.Body, cancellationToken);
                // What comes behind is nobody's.
                if (file is not null && (textField is null || text is not null))
                    break;
            }
            return (file, text);
        }
        // The reader's words for a body that ends too early, or whose parts cannot be told apart.
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return default;
        }
    }

    private static async Task<string> ReadTextAsync(Stream body, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(body);
        var buffer = new char[LongestText];
        return new(buffer, 0, await reader.ReadBlockAsync(buffer, cancellationToken));
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
