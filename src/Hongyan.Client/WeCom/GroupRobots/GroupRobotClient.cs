using System.Security.Cryptography;
using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Media;
using Hongyan.Protocol;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hongyan.WeCom;

/// <summary>
/// Writes in a group as a group robot (群机器人, 消息推送) does, by its webhook. The platform takes 20 messages a minute of each robot: what is
/// more waits here for its turn, in the order in which it came. Safe for use by many threads; keep one for each robot, or the turns are not kept.
/// </summary>
/// <remarks>
/// Every method throws <see cref="PlatformApiException"/> where the platform refuses the message (93000: the key is wrong),
/// <see cref="PlatformUnavailableException"/> where there is no usable answer, and <see cref="FieldLimitException"/> for what is too long.
/// </remarks>
public sealed class GroupRobotClient
{
    /// <summary>Messages that the platform takes of one robot in a minute.</summary>
    public const int MessagesPerMinute = 20;

    private const string Page = "developer.work.weixin.qq.com/document/path/99110";
    private const string SendPath = "/cgi-bin/webhook/send";
    private const int TextBytes = 2048;
    private const int MarkdownBytes = 4096;
    private const int PictureBytes = 2 * 1024 * 1024;

    private readonly GroupRobotCaller _caller;
    private readonly GroupRobotClientOptions _options;
    private readonly TimeProvider _time;
    private readonly MinuteQuota _quota;

    /// <summary>A client of its own; <c>AddGroupRobot</c> registers one with a name.</summary>
    /// <param name="http">Carries the calls. Take its loggers out (RemoveAllLoggers): the platform wants the key in the URL.</param>
    /// <param name="options">Which robot.</param>
    /// <param name="time">The clock; null is the system's.</param>
    /// <param name="logger">Told when a call is repeated; never sees the key.</param>
    public GroupRobotClient(HttpClient http, GroupRobotClientOptions options, TimeProvider? time = null, ILogger<GroupRobotClient>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(options.Key);

        _time = time ?? TimeProvider.System;
        _options = options;
        _quota = new MinuteQuota(MessagesPerMinute, _time);
        _caller = new GroupRobotCaller(
            new PlatformConnection(http, options.ApiBaseAddress, WeComErrorHints.For, _time),
            new PlatformRetry(options.Retries, _time, logger ?? NullLogger<GroupRobotClient>.Instance),
            options.Key);
    }

    /// <summary>Sends text.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/99110</remarks>
    /// <param name="content">1 to 2048 bytes of UTF-8; <c>&lt;@userid&gt;</c> mentions a member.</param>
    /// <param name="mentions">Who is mentioned besides; null mentions nobody.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/webhook/send")]
    public Task SendTextAsync(string content, RobotMentions? mentions = null, CancellationToken cancellationToken = default)
    {
        Check.Required("content", content, TextBytes, Advice.Cut);
        return SendAsync("text", WriteText, cancellationToken);

        void WriteText(Utf8JsonWriter json)
        {
            json.WriteString("content"u8, content);
            json.WriteStrings("mentioned_list"u8, mentions?.UserIds ?? []);
            json.WriteStrings("mentioned_mobile_list"u8, mentions?.MobileNumbers ?? []);
        }
    }

    /// <summary>Sends markdown: headings, bold, links, inline code, quotes, three colours and <c>&lt;@userid&gt;</c>.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/99110</remarks>
    /// <param name="content">1 to 4096 bytes of UTF-8.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/webhook/send")]
    public Task SendMarkdownAsync(string content, CancellationToken cancellationToken = default)
    {
        Check.Required("content", content, MarkdownBytes, Advice.Cut);
        return SendAsync("markdown", json => json.WriteString("content"u8, content), cancellationToken);
    }

    /// <summary>
    /// Sends markdown_v2: tables, lists, pictures, code blocks and nested quotes, without colours and mentions. Clients before 4.1.36 show
    /// it as plain text.
    /// </summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/99110</remarks>
    /// <param name="content">1 to 4096 bytes of UTF-8.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/webhook/send")]
    public Task SendMarkdownV2Async(string content, CancellationToken cancellationToken = default)
    {
        Check.Required("content", content, MarkdownBytes, Advice.Cut);
        return SendAsync("markdown_v2", json => json.WriteString("content"u8, content), cancellationToken);
    }

    /// <summary>Sends a picture; it needs no upload.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/99110</remarks>
    /// <param name="picture">The bytes of a JPG or PNG, at most 2 MB.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="MediaFormatException">It is neither JPG nor PNG.</exception>
    [Endpoint("POST /cgi-bin/webhook/send")]
    public Task SendImageAsync(ReadOnlyMemory<byte> picture, CancellationToken cancellationToken = default)
    {
        Check.Range("picture (bytes)", picture.Length, 1, PictureBytes);
        WeComMediaRule.Of(MediaType.Image).CheckFormat(picture.Span[..Math.Min(picture.Length, MediaRule.BytesToPeek)]);
        return SendAsync("image", WriteImage, cancellationToken);

        void WriteImage(Utf8JsonWriter json)
        {
            json.WriteBase64String("base64"u8, picture.Span);
            json.WriteString("md5"u8, Checksum(picture.Span));
        }
    }

    /// <summary>Sends articles that open pages.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/99110</remarks>
    /// <param name="articles">1 to 8, each with a title of at most 128 bytes and a page; descriptions have at most 512 bytes.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/webhook/send")]
    public Task SendNewsAsync(IReadOnlyList<NewsArticle> articles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        Check.Count("articles", articles.Count, 1, NewsPush.MaxArticles);
        for (var i = 0; i < articles.Count; i++)
        {
            Check.Required($"articles[{i}].Title", articles[i].Title, 128, Advice.Cut);
            Check.Optional($"articles[{i}].Description", articles[i].Description, 512, Advice.Cut);
            Check.Required($"articles[{i}].Url", articles[i].Url, 2048);
        }
        return SendAsync("news", json => WriteArticles(json, articles), cancellationToken);
    }

    /// <summary>Sends a file that was uploaded with <see cref="UploadAsync"/> by this robot.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/99110</remarks>
    /// <param name="mediaId">The media id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/webhook/send")]
    public Task SendFileAsync(string mediaId, CancellationToken cancellationToken = default) => SendMediaAsync("file", mediaId, cancellationToken);

    /// <summary>Sends voice that was uploaded with <see cref="UploadAsync"/> by this robot.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/99110</remarks>
    /// <param name="mediaId">The media id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/webhook/send")]
    public Task SendVoiceAsync(string mediaId, CancellationToken cancellationToken = default) => SendMediaAsync("voice", mediaId, cancellationToken);

    /// <summary>Sends a notice in words as a card; clicks do not come back.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/99110</remarks>
    /// <param name="card">The card; <see cref="TextNoticeCard.Action"/> is needed.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/webhook/send")]
    public Task SendCardAsync(TextNoticeCard card, CancellationToken cancellationToken = default) => SendTemplateCardAsync(card, cancellationToken);

    /// <summary>Sends a notice with a picture as a card; clicks do not come back.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/99110</remarks>
    /// <param name="card">The card; <see cref="NewsNoticeCard.Action"/> is needed.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/webhook/send")]
    public Task SendCardAsync(NewsNoticeCard card, CancellationToken cancellationToken = default) => SendTemplateCardAsync(card, cancellationToken);

    /// <summary>Uploads a file or voice (上传文件) that this robot alone can send, for three days.</summary>
    /// <remarks>
    /// https://developer.work.weixin.qq.com/document/path/99110. More than 5 bytes; files up to 20 MB, voice AMR up to 2 MB and 60 s.
    /// </remarks>
    /// <param name="type"><see cref="MediaType.File"/> or <see cref="MediaType.Voice"/>.</param>
    /// <param name="fileName">The name that people see; Chinese is fine.</param>
    /// <param name="content">Read from its current position to its end; it stays open.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="MediaLimitException">It is too large, or not larger than 5 bytes.</exception>
    /// <exception cref="MediaFormatException">Its first bytes are not those of the type.</exception>
    [Endpoint("POST /cgi-bin/webhook/upload_media")]
    public Task<UploadedMedia> UploadAsync(MediaType type, string fileName, Stream content, CancellationToken cancellationToken = default)
    {
        if (type is not (MediaType.File or MediaType.Voice))
            throw new ArgumentOutOfRangeException(nameof(type), type, "A robot uploads files and voice only; a picture is sent with SendImageAsync.");
        var upload = new MediaUpload(_caller, _options.TransferTimeout);
        var rule = WeComMediaRule.Of(type);
        return upload.SendAsync(
            $"/cgi-bin/webhook/upload_media?type={rule.WireName}", rule, isRepeatable: true, fileName, content,
            json => UploadAnswer.Read(json, type, _time), cancellationToken);
    }

    private static LimitCheck Check => new("a group robot's message", Page);

    private Task SendMediaAsync(string type, string mediaId, CancellationToken cancellationToken)
    {
        Check.Required("mediaId", mediaId);
        return SendAsync(type, json => json.WriteString("media_id"u8, mediaId), cancellationToken);
    }

    private Task SendTemplateCardAsync(TemplateCard card, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(card);
        TemplateCardLimits.Check(card, Page);
        return SendAsync("template_card", json => TemplateCardJson.WriteFields(json, card), cancellationToken);
    }

    private async Task SendAsync(string type, Action<Utf8JsonWriter> writeFields, CancellationToken cancellationToken)
    {
        var request = new PlatformRequest
        {
            Method = HttpMethod.Post,
            Path = SendPath,
            CreateContent = JsonBody.OfFields(json =>
            {
                json.WriteString("msgtype"u8, type);
                json.WriteStartObject(type);
                writeFields(json);
                json.WriteEndObject();
            }),
            Timeout = _options.CallTimeout,
            // Others may write with the same key.
            FrequencyBlock = TimeSpan.FromMinutes(1),
        };
        await _quota.WaitAsync(cancellationToken).ConfigureAwait(false);
        await _caller.SendAsync(request, (answer, token) => answer.ReadAsync(_ => true, token), cancellationToken).ConfigureAwait(false);
    }

    private static void WriteArticles(Utf8JsonWriter json, IReadOnlyList<NewsArticle> articles)
    {
        json.WriteStartArray("articles"u8);
        foreach (var article in articles)
        {
            json.WriteStartObject();
            json.WriteString("title"u8, article.Title);
            json.WriteOptional("description"u8, article.Description);
            json.WriteOptional("url"u8, article.Url);
            json.WriteOptional("picurl"u8, article.PictureUrl);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

#pragma warning disable CA5351 // The platform wants MD5 to notice bytes that were damaged on the way; it protects nothing.
    private static string Checksum(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351
}
