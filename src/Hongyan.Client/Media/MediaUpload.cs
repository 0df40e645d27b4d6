using Hongyan.Calls;

namespace Hongyan.Media;

/// <summary>Uploads one file as the part <c>media</c> of a form, after a look at its size and its first bytes.</summary>
internal sealed class MediaUpload(IPlatformCaller caller, TimeSpan timeout)
{
    /// <param name="path">Path and query.</param>
    /// <param name="rule">What the file must be.</param>
    /// <param name="isRepeatable">Whether a second copy harms nobody.</param>
    /// <param name="fileName">The name that people see.</param>
    /// <param name="content">Read to its end; a stream that cannot seek goes through a temporary file, because the platform wants the length first.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <param name="field">Name and text of one more field of the form; null for none.</param>
    public async Task<T> SendAsync<T>(
        string path, MediaRule rule, bool isRepeatable, string fileName, Stream content, Func<ReadOnlyMemory<byte>, T> read,
        CancellationToken cancellationToken, (string Name, string Text)? field = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        ArgumentNullException.ThrowIfNull(content);

        var file = await ReplayableStream.OpenAsync(content, rule.MaxBytes, cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            rule.CheckSize(file.Length);
            var contentType = rule.CheckFormat(await file.PeekAsync(MediaRule.BytesToPeek, cancellationToken).ConfigureAwait(false));
            var request = new PlatformRequest
            {
                Method = HttpMethod.Post,
                Path = path,
                CreateContent = () => new MultipartFileContent(MediaFileName.Sanitize(fileName), contentType, file, field),
                Timeout = timeout,
                IsRepeatable = isRepeatable,
            };
            return await caller.SendAsync(request, (answer, token) => answer.ReadAsync(read, token), cancellationToken).ConfigureAwait(false);
        }
    }
}
