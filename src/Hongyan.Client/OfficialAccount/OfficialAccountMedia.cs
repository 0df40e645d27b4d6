using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Media;

namespace Hongyan.OfficialAccount;

/// <summary>Temporary material (临时素材), which messages carry and the platform keeps for three days. Takes a verified account.</summary>
public sealed class OfficialAccountMedia
{
    private readonly IPlatformCaller _caller;
    private readonly PlatformCalls _calls;
    private readonly MediaUpload _upload;
    private readonly OfficialAccountClientOptions _options;
    private readonly TimeProvider _time;

    internal OfficialAccountMedia(IPlatformCaller caller, PlatformCalls calls, OfficialAccountClientOptions options, TimeProvider time)
    {
        _caller = caller;
        _calls = calls;
        _upload = new MediaUpload(caller, options.TransferTimeout);
        _options = options;
        _time = time;
    }

    /// <summary>Uploads a file (新增临时素材) and gives its media id, which serves for any number of messages in the three days.</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/New_temporary_materials.html. Pictures JPG, PNG or GIF up to 10 MB,
    /// voice AMR or MP3 up to 2 MB and 60 s, video MP4 up to 10 MB, a thumb JPG up to 64 KB. Size and kind are checked before anything is sent;
    /// the length of voice is not. A stream that cannot seek goes through a temporary file, because the platform wants the length first.
    /// </remarks>
    /// <param name="type">What it is to be.</param>
    /// <param name="fileName">The name of the file; Chinese is fine.</param>
    /// <param name="content">Read from its current position to its end; it stays open.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="MediaLimitException">It is too large, or empty.</exception>
    /// <exception cref="MediaFormatException">Its first bytes are not those of the type.</exception>
    /// <exception cref="PlatformException">The platform refused it, or there was no usable answer.</exception>
    [Endpoint("POST /cgi-bin/media/upload")]
    public Task<TemporaryMaterial> UploadAsync(MaterialType type, string fileName, Stream content, CancellationToken cancellationToken = default)
    {
        var rule = OfficialAccountMaterialRule.Of(type);
        // A second copy harms nobody: the platform forgets the first in three days.
        return _upload.SendAsync(
            $"/cgi-bin/media/upload?type={rule.WireName}", rule, isRepeatable: true, fileName, content,
            json => MaterialAnswer.Read(json, type, _time), cancellationToken);
    }

    /// <summary>Downloads a picture or a recording (获取临时素材) that this account uploaded or a follower sent.</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Get_temporary_materials.html. Returns as soon as the first bytes arrive;
    /// the rest is read from <see cref="DownloadedMedia.Content"/>, straight from the connection. Of a video the platform gives an address
    /// instead: <see cref="GetVideoAddressAsync"/>.
    /// </remarks>
    /// <param name="mediaId">The media id; it lives for three days.</param>
    /// <param name="cancellationToken">Ends the waiting for the first bytes. Reading the content takes its own.</param>
    /// <returns>The file; dispose of it, or its connection stays taken.</returns>
    /// <exception cref="PlatformException">The media id is unknown or expired (40007), it is a video, or there was no usable answer.</exception>
    [Endpoint("GET /cgi-bin/media/get")]
    public Task<DownloadedMedia> DownloadAsync(string mediaId, CancellationToken cancellationToken = default)
    {
        var request = new PlatformRequest
        {
            Method = HttpMethod.Get,
            Path = PathOf(mediaId),
            Timeout = _options.TransferTimeout,
            IsRepeatable = true,
        };
        return _caller.SendAsync(request, ReadDownloadAsync, cancellationToken);
    }

    /// <summary>Asks for the address (video_url) of a video that this account uploaded or a follower sent; it takes no token.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Get_temporary_materials.html.</remarks>
    /// <param name="mediaId">The media id; it lives for three days.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformException">The media id is unknown or expired (40007), or there was no usable answer.</exception>
    [Endpoint("GET /cgi-bin/media/get")]
    public async Task<string> GetVideoAddressAsync(string mediaId, CancellationToken cancellationToken = default)
    {
        var answer = await _calls.ReadAsync(PathOf(mediaId), OfficialAccountJson.Default.VideoAnswer, cancellationToken).ConfigureAwait(false);
        return answer.VideoUrl;
    }

    private static string PathOf(string mediaId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaId);
        return $"/cgi-bin/media/get?media_id={Uri.EscapeDataString(mediaId)}";
    }

    internal static async Task<DownloadedMedia> ReadDownloadAsync(PlatformAnswer answer, CancellationToken cancellationToken)
    {
        if (!answer.IsFile)
        {
            return await answer.ReadAsync<DownloadedMedia>(
                _ => throw new JsonException("An answer of success, but no file: of a video there is an address, by GetVideoAddressAsync, or by GetVideoAsync where it is permanent."), cancellationToken)
                .ConfigureAwait(false);
        }
        var content = await answer.OpenFileAsync(cancellationToken).ConfigureAwait(false);
        return new DownloadedMedia(answer.Detach(), content);
    }
}
