using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>
/// Messages of the application (应用消息) to members. Per member 30 a minute and 1000 an hour are shown; the platform drops what is more
/// without a word.
/// </summary>
public sealed class WeComMessages
{
    internal const string SendPage = "developer.work.weixin.qq.com/document/path/90236";
    private const string UpdatePage = "developer.work.weixin.qq.com/document/path/94888";
    private const int LongestCheckSeconds = 4 * 60 * 60;

    private readonly PlatformCalls _calls;
    private readonly WeComClientOptions _options;

    internal WeComMessages(PlatformCalls calls, WeComClientOptions options)
    {
        _calls = calls;
        _options = options;
    }

    /// <summary>Sends a message (发送应用消息).</summary>
    /// <remarks>
    /// https://developer.work.weixin.qq.com/document/path/90236. Lengths are checked before anything is sent, also where the platform would
    /// cut the text in silence. Who cannot be reached is in the result; the platform refuses (81013) where nobody can. Not made again where
    /// it may have been taken: see <see cref="PlatformUnavailableException.MayHaveTakenEffect"/> and <see cref="PushOptions.DuplicateCheck"/>.
    /// </remarks>
    /// <param name="to">Who gets it.</param>
    /// <param name="push">What; a string is text.</param>
    /// <param name="options">How; null is as usual.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">A field is too long or empty, or there are too many receivers.</exception>
    /// <exception cref="PlatformException">The platform refused it, or there was no usable answer.</exception>
    [Endpoint("POST /cgi-bin/message/send")]
    public async Task<SentMessage> SendAsync(Recipients to, Push push, PushOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(push);
        var check = new LimitCheck("an application's message", SendPage);
        to.Check(check);
        push.Check(check);
        if (options?.DuplicateCheck is { } interval)
            check.Range("PushOptions.DuplicateCheck (seconds)", interval.TotalSeconds, 1, LongestCheckSeconds);
        var agentId = AgentId;

        var answer = await _calls.ChangeAsync(
            "/cgi-bin/message/send", json => Write(json, to, push, options, agentId), WeComMessagesJson.Default.SendAnswer, cancellationToken)
            .ConfigureAwait(false);
        return answer.ToSentMessage();
    }

    /// <summary>Takes a message back (撤回应用消息) that this application sent in the last 24 hours.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/94867. What WeChat's plugin (微信插件) shows stays.</remarks>
    /// <param name="messageId">The id that <see cref="SentMessage.MessageId"/> gave.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/message/recall")]
    public Task RecallAsync(string messageId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(messageId);
        return _calls.ChangeAsync(
            "/cgi-bin/message/recall", json => json.WriteString("msgid"u8, messageId), PlatformJson.Default.JsonElement, cancellationToken);
    }

    /// <summary>Makes the buttons of a card read as given (更新按钮文案); nobody who is named can press them any more.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/94888. A response code serves once, within 72 hours (60140).</remarks>
    /// <param name="to">Whose card changes.</param>
    /// <param name="responseCode">From <see cref="SentMessage.ResponseCode"/> or from the event of a click.</param>
    /// <param name="buttonText">What the buttons read from now on, such as 已提交.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Members whose card did not change.</returns>
    [Endpoint("POST /cgi-bin/message/update_template_card")]
    public Task<IReadOnlyList<string>> UpdateButtonAsync(
        Recipients to, string responseCode, string buttonText, CancellationToken cancellationToken = default)
    {
        new LimitCheck("a card update", UpdatePage).Required("buttonText", buttonText);
        return UpdateAsync(to, responseCode, WriteButton, cancellationToken);

        void WriteButton(Utf8JsonWriter json)
        {
            json.WriteStartObject("button"u8);
            json.WriteString("replace_name"u8, buttonText);
            json.WriteEndObject();
        }
    }

    /// <summary>Makes a card another one (更新整张卡片), of any type.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/94888. A response code serves once, within 72 hours (60140).</remarks>
    /// <param name="to">Whose card changes.</param>
    /// <param name="responseCode">From <see cref="SentMessage.ResponseCode"/> or from the event of a click.</param>
    /// <param name="card">The new card; it keeps the task id of the old one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Members whose card did not change.</returns>
    [Endpoint("POST /cgi-bin/message/update_template_card")]
    public Task<IReadOnlyList<string>> UpdateCardAsync(
        Recipients to, string responseCode, TemplateCard card, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(card);
        TemplateCardLimits.Check(card, UpdatePage);
        return UpdateAsync(to, responseCode, WriteCard, cancellationToken);

        void WriteCard(Utf8JsonWriter json)
        {
            json.WriteStartObject("template_card"u8);
            TemplateCardJson.WriteFields(json, card);
            json.WriteEndObject();
        }
    }

    private int AgentId => _options.AgentId
        ?? throw new HongyanException("AgentId is missing, so no message can be sent. Set it to the number at 应用管理 → the application → AgentId.");

    private async Task<IReadOnlyList<string>> UpdateAsync(
        Recipients to, string responseCode, Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentException.ThrowIfNullOrEmpty(responseCode);
        to.Check(new LimitCheck("a card update", UpdatePage));
        var agentId = AgentId;

        var answer = await _calls.ChangeAsync(
            "/cgi-bin/message/update_template_card",
            json =>
            {
                to.WriteForUpdate(json);
                json.WriteNumber("agentid"u8, agentId);
                json.WriteString("response_code"u8, responseCode);
                write(json);
            },
            WeComMessagesJson.Default.CardUpdateAnswer, cancellationToken).ConfigureAwait(false);
        return answer.InvalidUserIds ?? [];
    }

    private static void Write(Utf8JsonWriter json, Recipients to, Push push, PushOptions? options, int agentId)
    {
        to.WriteForMessage(json);
        json.WriteNumber("agentid"u8, agentId);
        push.Write(json);
        if (options is null)
            return;
        json.WriteNumber("safe"u8, (int)options.Confidentiality);
        json.WriteNumber("enable_id_trans"u8, options.TranslatesIds ? 1 : 0);
        json.WriteNumber("enable_duplicate_check"u8, options.DuplicateCheck is null ? 0 : 1);
        if (options.DuplicateCheck is { } interval)
            json.WriteNumber("duplicate_check_interval"u8, (int)interval.TotalSeconds);
    }
}
