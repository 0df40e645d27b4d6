using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Media;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// Permanent material (永久素材): files that stay until they are deleted, for articles, menus and messages. Takes a verified account. For three
/// days there is <see cref="OfficialAccountMedia"/>.
/// </summary>
public sealed class OfficialAccountMaterials
{
    private const string Page = "developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html";
    private const int LargestPage = 20;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IPlatformCaller _caller;
    private readonly PlatformCalls _calls;
    private readonly MediaUpload _upload;
    private readonly OfficialAccountClientOptions _options;

    internal OfficialAccountMaterials(IPlatformCaller caller, PlatformCalls calls, OfficialAccountClientOptions options)
    {
        _caller = caller;
        _calls = calls;
        _upload = new MediaUpload(caller, options.TransferTimeout);
        _options = options;
    }

    /// <summary>Uploads a picture, a recording or a thumb to stay (新增永久素材). A video has <see cref="AddVideoAsync"/>.</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html. Pictures JPG, PNG, GIF or BMP up to 10 MB,
    /// voice AMR, MP3, WAV or WMA up to 2 MB and 60 s, a thumb JPG up to 64 KB; 100000 pictures, 1000 of the others. Size and kind are checked
    /// before anything is sent. Not made again where it may have been taken, or there would be two.
    /// </remarks>
    /// <param name="type">What it is to be.</param>
    /// <param name="fileName">The name of the file; Chinese is fine.</param>
    /// <param name="content">Read from its current position to its end; it stays open.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="MediaLimitException">It is too large, or empty.</exception>
    /// <exception cref="MediaFormatException">Its first bytes are not those of the type.</exception>
    /// <exception cref="PlatformException">The platform refused it, or there was no usable answer.</exception>
    [Endpoint("POST /cgi-bin/material/add_material")]
    public Task<PermanentMaterial> AddAsync(MaterialType type, string fileName, Stream content, CancellationToken cancellationToken = default)
    {
        if (type == MaterialType.Video)
            throw new ArgumentException("A permanent video needs a title: AddVideoAsync.", nameof(type));
        return AddAsync(type, fileName, content, field: null, cancellationToken);
    }

    /// <summary>Uploads a video to stay (新增永久素材).</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html. MP4 up to 10 MB, 1000 of them. Size and
    /// kind are checked before anything is sent. Not made again where it may have been taken, or there would be two.
    /// </remarks>
    /// <param name="fileName">The name of the file; Chinese is fine.</param>
    /// <param name="content">Read from its current position to its end; it stays open.</param>
    /// <param name="title">The title.</param>
    /// <param name="description">What it is said to be; may be empty.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="MediaLimitException">It is too large, or empty.</exception>
    /// <exception cref="MediaFormatException">It is no MP4.</exception>
    /// <exception cref="PlatformException">The platform refused it, or there was no usable answer.</exception>
    [Endpoint("POST /cgi-bin/material/add_material")]
    public Task<PermanentMaterial> AddVideoAsync(
        string fileName, Stream content, string title, string description = "", CancellationToken cancellationToken = default)
    {
        new LimitCheck("a permanent video", Page).Required(nameof(title), title);
        return AddAsync(MaterialType.Video, fileName, content, ("description", WriteDescription(title, description)), cancellationToken);
    }

    /// <summary>Uploads a picture for the text of an article (上传图文消息内的图片), and gives its address for an img in it.</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html. JPG or PNG of less than 1 MB; it is not
    /// counted among the materials. Pictures from elsewhere are dropped from articles.
    /// </remarks>
    /// <param name="fileName">The name of the file.</param>
    /// <param name="content">Read from its current position to its end; it stays open.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="MediaLimitException">It is too large, or empty.</exception>
    /// <exception cref="MediaFormatException">It is neither JPG nor PNG.</exception>
    [Endpoint("POST /cgi-bin/media/uploadimg")]
    public Task<string> UploadArticlePictureAsync(string fileName, Stream content, CancellationToken cancellationToken = default) =>
        // A second copy harms nobody: it is not counted.
        _upload.SendAsync(
            "/cgi-bin/media/uploadimg", PermanentMaterialRule.ArticlePicture, isRepeatable: true, fileName, content,
            json => JsonSerializer.Deserialize(json.Span, OfficialAccountNewsJson.Default.UrlAnswer)!.Url, cancellationToken);

    /// <summary>Downloads a picture, a recording or a thumb (获取永久素材).</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Getting_Permanent_Assets.html. Returns as soon as the first bytes arrive;
    /// the rest is read from <see cref="DownloadedMedia.Content"/>, straight from the connection.
    /// </remarks>
    /// <param name="mediaId">The material.</param>
    /// <param name="cancellationToken">Ends the waiting for the first bytes. Reading the content takes its own.</param>
    /// <returns>The file; dispose of it, or its connection stays taken.</returns>
    [Endpoint("POST /cgi-bin/material/get_material")]
    public Task<DownloadedMedia> DownloadAsync(string mediaId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaId);
        var request = new PlatformRequest
        {
            Method = HttpMethod.Post,
            Path = "/cgi-bin/material/get_material",
            CreateContent = JsonBody.OfFields(json => json.WriteString("media_id"u8, mediaId)),
            Timeout = _options.TransferTimeout,
            IsRepeatable = true,
        };
        return _caller.SendAsync(request, OfficialAccountMedia.ReadDownloadAsync, cancellationToken);
    }

    /// <summary>Tells what a permanent video is called and where it can be fetched (获取永久素材).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Getting_Permanent_Assets.html.</remarks>
    /// <param name="mediaId">The video.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/material/get_material")]
    public async Task<MaterialVideo> GetVideoAsync(string mediaId, CancellationToken cancellationToken = default)
    {
        var answer = await GetAsync(mediaId, OfficialAccountNewsJson.Default.MaterialVideoAnswer, cancellationToken).ConfigureAwait(false);
        return new MaterialVideo(answer.Title ?? "", answer.Description ?? "", answer.DownloadUrl);
    }

    /// <summary>Reads the articles of a permanent material (获取永久素材) of the time before the draft box; drafts have <see cref="OfficialAccountDrafts.GetAsync"/>.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Getting_Permanent_Assets.html.</remarks>
    /// <param name="mediaId">The material.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/material/get_material")]
    public async Task<IReadOnlyList<DraftArticle>> GetArticlesAsync(string mediaId, CancellationToken cancellationToken = default) =>
        (await GetAsync(mediaId, OfficialAccountNewsJson.Default.NewsAnswer, cancellationToken).ConfigureAwait(false)).Articles;

    /// <summary>Deletes a material (删除永久素材), for good. One that a menu or an automatic answer uses is refused with 48005.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Deleting_Permanent_Assets.html.</remarks>
    /// <param name="mediaId">The material.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/material/del_material")]
    public Task DeleteAsync(string mediaId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaId);
        return _calls.ChangeAsync("/cgi-bin/material/del_material", json => json.WriteString("media_id"u8, mediaId), cancellationToken);
    }

    /// <summary>Counts the materials (获取素材总数).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Get_the_total_of_all_materials.html.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/material/get_materialcount")]
    public async Task<MaterialCounts> CountAsync(CancellationToken cancellationToken = default)
    {
        var answer = await _calls.ReadAsync(
            "/cgi-bin/material/get_materialcount", OfficialAccountNewsJson.Default.MaterialCountAnswer, cancellationToken).ConfigureAwait(false);
        return new MaterialCounts(answer.Pictures, answer.Voices, answer.Videos, answer.News);
    }

    /// <summary>Reads a part of the materials of one type (获取素材列表).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Get_materials_list.html.</remarks>
    /// <param name="type">Pictures, recordings or videos; thumbs are in no list.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="count">How many to read: 1 to 20.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/material/batchget_material")]
    public async Task<MaterialPage> ListAsync(
        MaterialType type, int offset = 0, int count = LargestPage, CancellationToken cancellationToken = default)
    {
        if (type == MaterialType.Thumb)
            throw new ArgumentException("The platform lists no thumbs.", nameof(type));
        OfficialAccountDrafts.CheckPage("a part of the materials", offset, count);
        var wireName = PermanentMaterialRule.Of(type).WireName;
        var answer = await _calls.ReadAsync(
            "/cgi-bin/material/batchget_material",
            json =>
            {
                json.WriteString("type"u8, wireName);
                json.WriteNumber("offset"u8, offset);
                json.WriteNumber("count"u8, count);
            },
            OfficialAccountNewsJson.Default.MaterialPageAnswer, cancellationToken).ConfigureAwait(false);
        return new MaterialPage(answer.TotalCount, [.. (answer.Items ?? []).Select(each => new MaterialItem(each.MediaId, each.Name, NullIfEmpty(each.Url), each.UpdatedAt))]);
    }

    private Task<PermanentMaterial> AddAsync(
        MaterialType type, string fileName, Stream content, (string Name, string Text)? field, CancellationToken cancellationToken)
    {
        var rule = PermanentMaterialRule.Of(type);
        return _upload.SendAsync(
            $"/cgi-bin/material/add_material?type={rule.WireName}", rule, isRepeatable: false, fileName, content,
            json =>
            {
                var answer = JsonSerializer.Deserialize(json.Span, OfficialAccountNewsJson.Default.MediaIdAnswer)!;
                return new PermanentMaterial(answer.MediaId, type, NullIfEmpty(answer.Url));
            },
            cancellationToken, field);
    }

    private Task<TAnswer> GetAsync<TAnswer>(
        string mediaId, System.Text.Json.Serialization.Metadata.JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaId);
        return _calls.ReadAsync("/cgi-bin/material/get_material", json => json.WriteString("media_id"u8, mediaId), answerType, cancellationToken);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string WriteDescription(string title, string description)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("title"u8, title);
            json.WriteString("introduction"u8, description);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
