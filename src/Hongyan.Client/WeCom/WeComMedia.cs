using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Media;

namespace Hongyan.WeCom;

/// <summary>Temporary media (临时素材), which messages carry and the platform keeps for three days, and pictures of pages.</summary>
public sealed class WeComMedia
{
    private readonly IPlatformCaller _caller;
    private readonly MediaUpload _upload;
    private readonly WeComClientOptions _options;
    private readonly TimeProvider _time;

    internal WeComMedia(IPlatformCaller caller, WeComClientOptions options, TimeProvider time)
    {
        _caller = caller;
        _upload = new MediaUpload(caller, options.TransferTimeout);
        _options = options;
        _time = time;
    }

    /// <summary>Uploads a file (上传临时素材) and gives its media id.</summary>
    /// <remarks>
    /// https://developer.work.weixin.qq.com/document/path/90253. More than 5 bytes; pictures JPG or PNG up to 10 MB, voice AMR up to 2 MB
    /// and 60 s, video MP4 up to 10 MB, files up to 20 MB. Size and kind are checked before anything is sent; the length of voice is not.
    /// A stream that cannot seek goes through a temporary file, because the platform wants the length first.
    /// </remarks>
    /// <param name="type">What it is to be.</param>
    /// <param name="fileName">The name that people see; Chinese is fine. What no system takes in a name, such as a slash, is replaced.</param>
    /// <param name="content">Read from its current position to its end; it stays open.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="MediaLimitException">It is too large, or not larger than 5 bytes.</exception>
    /// <exception cref="MediaFormatException">Its first bytes are not those of the type.</exception>
    /// <exception cref="PlatformException">The platform refused it, or there was no usable answer.</exception>
    [Endpoint("POST /cgi-bin/media/upload")]
    public Task<UploadedMedia> UploadAsync(MediaType type, string fileName, Stream content, CancellationToken cancellationToken = default)
    {
        var rule = WeComMediaRule.Of(type);
        // A second copy harms nobody: the platform forgets the first in three days.
        return _upload.SendAsync(
            $"/cgi-bin/media/upload?type={rule.WireName}", rule, isRepeatable: true, fileName, content,
            json => UploadAnswer.Read(json, type, _time), cancellationToken);
    }

    /// <summary>Uploads a picture for the pages of messages (上传图片) and gives its address, which does not expire.</summary>
    /// <remarks>
    /// https://developer.work.weixin.qq.com/document/path/90256. JPG or PNG, more than 5 bytes, up to 2 MB; 100 a day for the whole corp.
    /// The address works on pages of WeCom only, such as <see cref="HostedArticle.Html"/>.
    /// </remarks>
    /// <param name="fileName">The name of the file.</param>
    /// <param name="content">Read from its current position to its end; it stays open.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="MediaLimitException">It is too large, or not larger than 5 bytes.</exception>
    /// <exception cref="MediaFormatException">It is neither JPG nor PNG.</exception>
    /// <exception cref="PlatformException">The platform refused it, or there was no usable answer.</exception>
    [Endpoint("POST /cgi-bin/media/uploadimg")]
    public Task<Uri> UploadPictureAsync(string fileName, Stream content, CancellationToken cancellationToken = default) =>
        _upload.SendAsync(
            "/cgi-bin/media/uploadimg", WeComMediaRule.PagePicture, isRepeatable: false, fileName, content, PictureAnswer.Read, cancellationToken);

    /// <summary>Downloads a file (获取临时素材) that this application uploaded or a person sent.</summary>
    /// <remarks>
    /// https://developer.work.weixin.qq.com/document/path/90254. Returns as soon as the first bytes arrive; the rest is read from
    /// <see cref="DownloadedMedia.Content"/>, straight from the connection.
    /// </remarks>
    /// <param name="mediaId">The media id; it lives for three days.</param>
    /// <param name="cancellationToken">Ends the waiting for the first bytes. Reading the content takes its own.</param>
    /// <returns>The file; dispose of it, or its connection stays taken.</returns>
    /// <exception cref="PlatformException">The media id is unknown or expired (40007), or there was no usable answer.</exception>
    [Endpoint("GET /cgi-bin/media/get")]
    public Task<DownloadedMedia> DownloadAsync(string mediaId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaId);
        var request = new PlatformRequest
        {
            Method = HttpMethod.Get,
            Path = $"/cgi-bin/media/get?media_id={Uri.EscapeDataString(mediaId)}",
            Timeout = _options.TransferTimeout,
            IsRepeatable = true,
        };
        return _caller.SendAsync(request, ReadDownloadAsync, cancellationToken);
    }

    private static async Task<DownloadedMedia> ReadDownloadAsync(PlatformAnswer answer, CancellationToken cancellationToken)
    {
        if (!answer.IsFile)
        {
            return await answer.ReadAsync<DownloadedMedia>(_ => throw new JsonException("An answer of success, but no file."), cancellationToken)
                .ConfigureAwait(false);
        }
        var content = await answer.OpenFileAsync(cancellationToken).ConfigureAwait(false);
        return new DownloadedMedia(answer.Detach(), content);
    }
}
