using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// Messages to many followers (群发). The platform takes them as jobs that end later: a <see cref="MassSendFinishedEvent"/> tells how many got
/// one. A subscription account (订阅号) may send once a day; each follower of a service account (服务号) gets four a month at most. Takes a
/// verified account.
/// </summary>
public sealed class OfficialAccountMassMessages
{
    private const string Page = "developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html";
    private const int ClientMessageIdBytes = 64;
    private const int MinOpenIds = 2;
    private const int MaxOpenIds = 10_000;
    private const int SlowestLevel = 4;
    private const int CallsPerMinute = 60;
    private const int SentBefore = 45065;

    private readonly PlatformCalls _calls;
    private readonly MinuteQuota _quota;

    internal OfficialAccountMassMessages(PlatformCalls calls, TimeProvider time)
    {
        _calls = calls;
        _quota = new MinuteQuota(CallsPerMinute, time);
    }

    /// <summary>Sends to all followers (根据标签进行群发, is_to_all), and into the account's public history.</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html. Once a day, and four times a
    /// month (45028), what is sent in the console included. Not made again where it may have been taken; whoever gave a client message id may
    /// call again with it after a minute (sooner: 45066), and gets the first send with <see cref="MassSend.WasSentBefore"/>.
    /// </remarks>
    /// <param name="message">What; a string is text.</param>
    /// <param name="clientMessageId">An id of your own (clientmsgid) that keeps it from going out twice within 24 hours: at most 64 bytes.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">A field is too long or empty.</exception>
    /// <exception cref="PlatformException">The platform refused it, such as with 45028, or there was no usable answer.</exception>
    [Endpoint("POST /cgi-bin/message/mass/sendall")]
    public Task<MassSend> SendToAllAsync(MassMessage message, string? clientMessageId = null, CancellationToken cancellationToken = default) =>
        SendAsync("/cgi-bin/message/mass/sendall", message, clientMessageId, json => WriteFilter(json, tagId: null), cancellationToken);

    /// <summary>Sends to the followers with a tag (根据标签进行群发). It does not go into the account's public history.</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html. Whoever had four of the month
    /// does not get it. Not made again where it may have been taken: see <see cref="SendToAllAsync"/>.
    /// </remarks>
    /// <param name="tagId">The tag.</param>
    /// <param name="message">What; a string is text.</param>
    /// <param name="clientMessageId">An id of your own (clientmsgid) that keeps it from going out twice within 24 hours: at most 64 bytes.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">A field is too long or empty.</exception>
    /// <exception cref="PlatformException">The platform refused it, or there was no usable answer.</exception>
    [Endpoint("POST /cgi-bin/message/mass/sendall")]
    public Task<MassSend> SendToTagAsync(int tagId, MassMessage message, string? clientMessageId = null, CancellationToken cancellationToken = default) =>
        SendAsync("/cgi-bin/message/mass/sendall", message, clientMessageId, json => WriteFilter(json, tagId), cancellationToken);

    /// <summary>Sends to these followers (根据 OpenID 列表群发). Takes a service account (服务号).</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html. Whoever had four of the month
    /// does not get it. Not made again where it may have been taken: see <see cref="SendToAllAsync"/>.
    /// </remarks>
    /// <param name="openIds">2 to 10000 followers.</param>
    /// <param name="message">What; a string is text.</param>
    /// <param name="clientMessageId">An id of your own (clientmsgid) that keeps it from going out twice within 24 hours: at most 64 bytes.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">There are too few or too many, or a field is too long or empty.</exception>
    /// <exception cref="PlatformException">The platform refused it, or there was no usable answer.</exception>
    [Endpoint("POST /cgi-bin/message/mass/send")]
    public Task<MassSend> SendToAsync(
        IReadOnlyList<string> openIds, MassMessage message, string? clientMessageId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(openIds);
        Limits("a mass message").Count(nameof(openIds), openIds.Count, MinOpenIds, MaxOpenIds);
        return SendAsync("/cgi-bin/message/mass/send", message, clientMessageId, json => json.WriteStrings("touser"u8, openIds), cancellationToken);
    }

    /// <summary>Shows one follower what a mass message would look like (预览接口).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html.</remarks>
    /// <param name="openId">Who sees it.</param>
    /// <param name="message">What; a string is text.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/message/mass/preview")]
    public Task PreviewAsync(string openId, MassMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(openId);
        return PreviewAsync(message, json => json.WriteString("touser"u8, openId), cancellationToken);
    }

    /// <summary>Shows a person, by WeChat name (微信号), what a mass message would look like (预览接口): 100 times a day.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html.</remarks>
    /// <param name="weChatName">Who sees it.</param>
    /// <param name="message">What; a string is text.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/message/mass/preview")]
    public Task PreviewByNameAsync(string weChatName, MassMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(weChatName);
        return PreviewAsync(message, json => json.WriteString("towxname"u8, weChatName), cancellationToken);
    }

    /// <summary>Tells how far a mass send is (查询群发消息发送状态).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html.</remarks>
    /// <param name="messageId">The send (msg_id).</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/message/mass/get")]
    public async Task<MassStatus> GetStatusAsync(long messageId, CancellationToken cancellationToken = default)
    {
        var answer = await _calls.ReadAsync(
            "/cgi-bin/message/mass/get", json => json.WriteNumber("msg_id"u8, messageId), OfficialAccountMassJson.Default.MassStatusAnswer, cancellationToken)
            .ConfigureAwait(false);
        return answer.Status switch
        {
            "SEND_SUCCESS" => MassStatus.Sent,
            "SENDING" => MassStatus.Sending,
            "DELETE" => MassStatus.Deleted,
            _ => MassStatus.Failed,
        };
    }

    /// <summary>Deletes what was sent (删除群发): the pages of articles or of a video say so from then on. Whoever has the message keeps its card.</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html. Articles and videos alone, and
    /// only once they were sent. The same material sent several times has one page, so all its sends lose it.
    /// </remarks>
    /// <param name="messageId">The send (msg_id).</param>
    /// <param name="articleIndex">Which of its articles, from 1; 0 is all of them.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/message/mass/delete")]
    public Task DeleteAsync(long messageId, int articleIndex = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(articleIndex);
        return _calls.ChangeAsync(
            "/cgi-bin/message/mass/delete",
            json =>
            {
                json.WriteNumber("msg_id"u8, messageId);
                json.WriteNumber("article_idx"u8, articleIndex);
            },
            cancellationToken);
    }

    /// <summary>Tells how fast mass messages go out (获取群发速度).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/message/mass/speed/get")]
    public async Task<MassSpeed> GetSpeedAsync(CancellationToken cancellationToken = default)
    {
        var answer = await _calls.ReadAsync(
            "/cgi-bin/message/mass/speed/get", _ => { }, OfficialAccountMassJson.Default.MassSpeedAnswer, cancellationToken).ConfigureAwait(false);
        return new MassSpeed(answer.Level, answer.TenThousandsPerMinute);
    }

    /// <summary>Sets how fast mass messages go out (设置群发速度), so that a server behind their links is not overrun.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html.</remarks>
    /// <param name="level">0, 800000 a minute, to 4, 100000 a minute.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/message/mass/speed/set")]
    public Task SetSpeedAsync(int level, CancellationToken cancellationToken = default)
    {
        Limits("the speed of mass messages").Range(nameof(level), level, 0, SlowestLevel);
        return _calls.ChangeAsync("/cgi-bin/message/mass/speed/set", json => json.WriteNumber("speed"u8, level), cancellationToken);
    }

    /// <summary>Uploads articles for one or more sends (上传图文消息素材) that are to lie in no draft box. Their covers may be temporary material.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html.</remarks>
    /// <param name="articles">1 to 8.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The media id for <see cref="MassNews"/>.</returns>
    /// <exception cref="FieldLimitException">There are too many, or a field is too long or missing.</exception>
    [Endpoint("POST /cgi-bin/media/uploadnews")]
    public async Task<string> UploadNewsAsync(IReadOnlyList<DraftArticle> articles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        OfficialAccountDrafts.Check(articles);
        var answer = await _calls.ChangeAsync(
            "/cgi-bin/media/uploadnews", json => OfficialAccountDrafts.WriteArticles(json, articles), OfficialAccountNewsJson.Default.MediaIdAnswer,
            cancellationToken).ConfigureAwait(false);
        return answer.MediaId;
    }

    /// <summary>Gives an uploaded video a title, so that it can be sent to many (media/uploadvideo).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html.</remarks>
    /// <param name="mediaId">The video, temporary or permanent.</param>
    /// <param name="title">The title.</param>
    /// <param name="description">What it is said to be; may be empty.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The media id for <see cref="MassVideo"/>.</returns>
    [Endpoint("POST /cgi-bin/media/uploadvideo")]
    public async Task<string> PrepareVideoAsync(string mediaId, string title, string description = "", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaId);
        Limits("a video for many").Required(nameof(title), title);
        var answer = await _calls.ChangeAsync(
            "/cgi-bin/media/uploadvideo",
            json =>
            {
                json.WriteString("media_id"u8, mediaId);
                json.WriteString("title"u8, title);
                json.WriteString("description"u8, description);
            },
            OfficialAccountNewsJson.Default.MediaIdAnswer, cancellationToken).ConfigureAwait(false);
        return answer.MediaId;
    }

    private async Task<MassSend> SendAsync(
        string path, MassMessage message, string? clientMessageId, Action<Utf8JsonWriter> writeReceivers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var check = Limits("a mass message");
        message.Check(check);
        check.Optional(nameof(clientMessageId), clientMessageId, ClientMessageIdBytes);
        await _quota.WaitAsync(cancellationToken).ConfigureAwait(false);
        var answer = await _calls.ChangeAsync(path, Write, SentBefore, OfficialAccountMassJson.Default.MassSendAnswer, cancellationToken).ConfigureAwait(false);
        return new MassSend(answer.MessageId, answer.DataId is 0 ? null : answer.DataId, answer.Code == SentBefore);

        void Write(Utf8JsonWriter json)
        {
            writeReceivers(json);
            message.Write(json);
            json.WriteOptional("clientmsgid"u8, clientMessageId);
        }
    }

    private async Task PreviewAsync(MassMessage message, Action<Utf8JsonWriter> writeReceiver, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        message.Check(Limits("a mass message"));
        await _quota.WaitAsync(cancellationToken).ConfigureAwait(false);
        await _calls.ChangeAsync(
            "/cgi-bin/message/mass/preview",
            json =>
            {
                writeReceiver(json);
                json.WriteString("msgtype"u8, message.MessageType);
                message.WritePreview(json);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static LimitCheck Limits(string subject) => new(subject, Page);

    private static void WriteFilter(Utf8JsonWriter json, int? tagId)
    {
        json.WriteStartObject("filter"u8);
        json.WriteBoolean("is_to_all"u8, tagId is null);
        if (tagId is { } tag)
            json.WriteNumber("tag_id"u8, tag);
        json.WriteEndObject();
    }
}
