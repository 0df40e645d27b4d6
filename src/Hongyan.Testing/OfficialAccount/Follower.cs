using System.Globalization;

namespace Hongyan.Testing;

/// <summary>A person who follows an Official Account (公众号), or does not yet.</summary>
/// <remarks>
/// The platform hangs up after five seconds of the test's clock and delivers the message again, three times in all; the answer is whatever
/// comes first. What a verified account answers later comes as a customer message (客服消息), out of <see cref="Person.ReceivesAsync"/>.
/// </remarks>
/// <example>
/// <code>
/// await using var host = await BotTestHost.StartOfficialAccountAsync(bot => bot.OnSubscribe(() => "欢迎关注！"));
/// var sunyue = host.Follower("oSunYue");
/// Assert.Equal("欢迎关注！", (await sunyue.SubscribesAsync()).Text);
/// </code>
/// </example>
public sealed class Follower : Person
{
    internal Follower(TestAccount account, string openId)
        : base(account, openId)
    {
    }

    /// <summary>Sends what the platform might send one day, such as an event that this version does not know.</summary>
    /// <param name="elements">
    /// What stands in the decrypted XML (明文) behind ToUserName, FromUserName and CreateTime:
    /// <c>&lt;MsgType&gt;event&lt;/MsgType&gt;&lt;Event&gt;brand_new&lt;/Event&gt;</c>.
    /// </param>
    /// <exception cref="System.Xml.XmlException">That is not XML.</exception>
    public Task<BotReply> SendsXmlAsync(string elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        return DeliverAsync(Account.Write(this, elements, "XML"));
    }

    /// <summary>Sends a picture (图片消息).</summary>
    public Task<BotReply> SendsImageAsync(string? mediaId = null) => SendsAsync(MemberAction.Image(mediaId));

    /// <summary>Sends a voice message (语音消息).</summary>
    /// <param name="mediaId">The media id (素材ID); null for one that looks like the platform's.</param>
    /// <param name="recognition">What the platform understood (语音识别结果); null where the account has that switched off.</param>
    public Task<BotReply> SendsVoiceAsync(string? mediaId = null, string? recognition = null)
    {
        var voice = MemberAction.Voice(mediaId);
        return SendsAsync(recognition is null ? voice : voice.With("recognition", recognition));
    }

    /// <summary>Sends a video (视频消息).</summary>
    public Task<BotReply> SendsVideoAsync(string? mediaId = null) => SendsAsync(MemberAction.Video(mediaId));

    /// <summary>Sends a place (位置消息): degrees north, degrees east, its name.</summary>
    public Task<BotReply> SendsLocationAsync(double latitude, double longitude, string label = "") =>
        SendsAsync(MemberAction.Location(latitude, longitude, label));

    /// <summary>Sends a link (链接消息).</summary>
    public Task<BotReply> SendsLinkAsync(string url, string title, string description = "") =>
        SendsAsync(MemberAction.Link(url, title, description));

    /// <summary>Follows the account (关注).</summary>
    /// <param name="scene">The scene of the QR code that was scanned (场景值); null for somebody who found the account without one.</param>
    public Task<BotReply> SubscribesAsync(string? scene = null) => SendsAsync(scene is null
        ? MemberAction.Event("subscribe")
        : MemberAction.Event("subscribe", $"qrscene_{scene}").With("ticket", TicketOf(scene)));

    /// <summary>Unfollows the account (取消关注). No answer reaches the person any more.</summary>
    public Task<BotReply> UnsubscribesAsync() => SendsAsync(MemberAction.Event("unsubscribe"));

    /// <summary>Scans a QR code with a scene (扫描带参数二维码) as somebody who follows already.</summary>
    /// <param name="scene">The scene (场景值).</param>
    public Task<BotReply> ScansAsync(string scene) => SendsAsync(MemberAction.Event("SCAN", scene).With("ticket", TicketOf(scene)));

    /// <summary>Presses a menu button (点击菜单).</summary>
    /// <param name="key">The button's key (EventKey).</param>
    public Task<BotReply> ClicksAsync(string key) => SendsAsync(MemberAction.Event("CLICK", key));

    /// <summary>Reports where the person is (上报地理位置): degrees north, degrees east.</summary>
    public Task<BotReply> ReportsLocationAsync(double latitude, double longitude) =>
        SendsAsync(MemberAction.Event("LOCATION").With("latitude", Invariant(latitude)).With("longitude", Invariant(longitude)));

    private static string TicketOf(string scene) => $"ticket-{scene}";

    private static string Invariant(double number) => number.ToString("0.###############", CultureInfo.InvariantCulture);
}
