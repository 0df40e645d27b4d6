using System.Globalization;

namespace Hongyan.Testing;

/// <summary>A person of the company who uses an app (企业微信应用).</summary>
/// <example>
/// <code>
/// await using var host = await BotTestHost.StartAsync(bot => bot.OnText("ping", () => "pong"));
/// var zhangsan = host.Member("zhangsan");
/// Assert.Equal("pong", await zhangsan.SaysAsync("ping"));
/// </code>
/// </example>
public sealed class Member : Person
{
    internal Member(TestAccount account, string id)
        : base(account, id)
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
    public Task<BotReply> SendsVoiceAsync(string? mediaId = null) => SendsAsync(MemberAction.Voice(mediaId));

    /// <summary>Sends a video (视频消息).</summary>
    public Task<BotReply> SendsVideoAsync(string? mediaId = null) => SendsAsync(MemberAction.Video(mediaId));

    /// <summary>Sends a place (位置消息): degrees north, degrees east, its name.</summary>
    public Task<BotReply> SendsLocationAsync(double latitude, double longitude, string label = "") =>
        SendsAsync(MemberAction.Location(latitude, longitude, label));

    /// <summary>Sends a link (链接消息).</summary>
    public Task<BotReply> SendsLinkAsync(string url, string title, string description = "") =>
        SendsAsync(MemberAction.Link(url, title, description));

    /// <summary>Opens the app (进入应用).</summary>
    public Task<BotReply> EntersAsync() => SendsAsync(MemberAction.Event("enter_agent"));

    /// <summary>Comes into the app's visible scope (关注).</summary>
    public Task<BotReply> SubscribesAsync() => SendsAsync(MemberAction.Event("subscribe"));

    /// <summary>Leaves the app's visible scope (取消关注).</summary>
    public Task<BotReply> UnsubscribesAsync() => SendsAsync(MemberAction.Event("unsubscribe"));

    /// <summary>Presses a menu button (点击菜单).</summary>
    /// <param name="key">The button's key (EventKey).</param>
    public Task<BotReply> ClicksAsync(string key) => SendsAsync(MemberAction.Event("click", key));

    /// <summary>Reports where the person is (上报地理位置): degrees north, degrees east.</summary>
    public Task<BotReply> ReportsLocationAsync(double latitude, double longitude) =>
        SendsAsync(MemberAction.Event("LOCATION").With("latitude", Invariant(latitude)).With("longitude", Invariant(longitude)));

    private static string Invariant(double number) => number.ToString("0.###############", CultureInfo.InvariantCulture);
}
