using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// Messages to one follower (客服消息). The follower has to have done something: five messages within 48 hours of one they wrote, three
/// within a minute of a click in the menu, a scan or following. Takes a verified account (微信认证), or a test account (测试号).
/// </summary>
public sealed class OfficialAccountCustomerMessages
{
    internal const string Page = "developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html";

    private readonly PlatformCalls _calls;

    internal OfficialAccountCustomerMessages(PlatformCalls calls) => _calls = calls;

    /// <summary>Sends a message (客服接口-发消息).</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html. Lengths are checked before anything is
    /// sent. Not made again where it may have been taken: see <see cref="PlatformUnavailableException.MayHaveTakenEffect"/>.
    /// </remarks>
    /// <param name="openId">Who gets it.</param>
    /// <param name="message">What; a string is text.</param>
    /// <param name="serviceAccount">In whose name (完整客服账号), such as <c>tutor1@school</c>; null is the account's own.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">A field is too long or empty.</exception>
    /// <exception cref="PlatformException">The platform refused it, such as with 45015 or 45047, or there was no usable answer.</exception>
    [Endpoint("POST /cgi-bin/message/custom/send")]
    public Task SendAsync(string openId, CustomerMessage message, string? serviceAccount = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(openId);
        ArgumentNullException.ThrowIfNull(message);
        message.Check(new LimitCheck("a customer message", Page));
        return _calls.ChangeAsync("/cgi-bin/message/custom/send", Write, PlatformJson.Default.JsonElement, cancellationToken);

        void Write(Utf8JsonWriter json)
        {
            json.WriteString("touser"u8, openId);
            message.Write(json);
            if (string.IsNullOrEmpty(serviceAccount))
                return;
            json.WriteStartObject("customservice"u8);
            json.WriteString("kf_account"u8, serviceAccount);
            json.WriteEndObject();
        }
    }

    /// <summary>Shows the follower for some seconds that somebody types (客服输入状态).</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html. Only within 30 seconds of a message
    /// (45080), and not while it is shown already (45081).
    /// </remarks>
    /// <param name="openId">Who sees it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/message/custom/typing")]
    public Task ShowTypingAsync(string openId, CancellationToken cancellationToken = default) => TypeAsync(openId, "Typing", cancellationToken);

    /// <summary>Ends what <see cref="ShowTypingAsync"/> shows before it ends by itself.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html.</remarks>
    /// <param name="openId">Who sees it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/message/custom/typing")]
    public Task HideTypingAsync(string openId, CancellationToken cancellationToken = default) => TypeAsync(openId, "CancelTyping", cancellationToken);

    private async Task TypeAsync(string openId, string command, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(openId);
        await _calls.ChangeAsync(
            "/cgi-bin/message/custom/typing",
            json =>
            {
                json.WriteString("touser"u8, openId);
                json.WriteString("command"u8, command);
            },
            PlatformJson.Default.JsonElement, cancellationToken).ConfigureAwait(false);
    }
}
