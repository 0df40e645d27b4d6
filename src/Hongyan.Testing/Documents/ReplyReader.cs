using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Hongyan.Testing;

/// <summary>Reads the document of a passive reply, as strictly as the platform.</summary>
/// <remarks>
/// Sources: developer.work.weixin.qq.com/document/path/90241;
/// developers.weixin.qq.com/doc/offiaccount/Message_Management/Passive_user_reply_message.html.
/// </remarks>
internal static class ReplyReader
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit };

    /// <summary>Reads the reply to an action of a kind.</summary>
    /// <exception cref="BotTestException">It is not what the platform takes; the message says why.</exception>
    public static BotReply Read(ReadOnlyMemory<byte> plaintext, string person, string account, ReplyPolicy shows, ActionPlatform platform = ActionPlatform.WeCom)
    {
        var xml = Parse(plaintext.ToArray(), "The decrypted reply");
        Require(xml, "ToUserName", person);
        Require(xml, "FromUserName", account);
        if (!long.TryParse(TextOf(xml, "CreateTime"), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            throw new BotTestException("The reply has no CreateTime in Unix seconds.");

        var reply = ReadBody(xml, platform);
        var needed = reply.Kind is BotReplyKind.UpdateButton or BotReplyKind.UpdateTaskCard or BotReplyKind.UpdateTemplateCard
            ? ReplyPolicy.CardUpdates
            : ReplyPolicy.Messages;
        return reply with { Document = xml, IsShown = shows.HasFlag(needed) };
    }

    /// <summary>Reads XML without a document type.</summary>
    /// <exception cref="BotTestException">It is not XML.</exception>
    public static XElement Parse(byte[] utf8, string what)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(utf8), Settings);
            return XElement.Load(reader);
        }
        catch (XmlException malformed)
        {
            throw new BotTestException($"{what} is not XML: {malformed.Message}", malformed);
        }
    }

    /// <summary>The text of a child, or null where there is none.</summary>
    public static string? TextOf(XElement? parent, string name) => parent?.Element(name)?.Value;

    private static BotReply ReadBody(XElement xml, ActionPlatform platform)
    {
        var type = TextOf(xml, "MsgType");
        return type switch
        {
            "text" => new BotReply { Kind = BotReplyKind.Text, Text = Needed(xml, "Content") },
            "image" => new BotReply { Kind = BotReplyKind.Image, MediaId = Needed(xml.Element("Image"), "MediaId") },
            "voice" => new BotReply { Kind = BotReplyKind.Voice, MediaId = Needed(xml.Element("Voice"), "MediaId") },
            "video" => ReadVideo(xml.Element("Video")),
            "news" => ReadNews(xml),
            "music" when platform == ActionPlatform.OfficialAccount => ReadMusic(xml.Element("Music")),
            "transfer_customer_service" when platform == ActionPlatform.OfficialAccount => new BotReply { Kind = BotReplyKind.TransferToServicer, ServiceAccount = TextOf(xml.Element("TransInfo"), "KfAccount") },
            "update_button" when platform == ActionPlatform.WeCom => new BotReply { Kind = BotReplyKind.UpdateButton, Text = Needed(xml.Element("Button"), "ReplaceName") },
            "update_taskcard" when platform == ActionPlatform.WeCom => new BotReply { Kind = BotReplyKind.UpdateTaskCard, Text = Needed(xml.Element("TaskCard"), "ReplaceName") },
            "update_template_card" when platform == ActionPlatform.WeCom => ReadCard(xml.Element("TemplateCard")),
            _ => throw new BotTestException($"The reply has the MsgType '{type}', which the platform does not know."),
        };
    }

    private static BotReply ReadVideo(XElement? video) => new()
    {
        Kind = BotReplyKind.Video,
        MediaId = Needed(video, "MediaId"),
        Title = TextOf(video, "Title"),
        Description = TextOf(video, "Description"),
    };

    private static BotReply ReadMusic(XElement? music)
    {
        Needed(music, "ThumbMediaId");
        return new()
        {
            Kind = BotReplyKind.Music,
            Title = TextOf(music, "Title"),
            Description = TextOf(music, "Description"),
            MusicUrl = TextOf(music, "MusicUrl"),
            HighQualityMusicUrl = TextOf(music, "HQMusicUrl"),
        };
    }

    private static BotReply ReadNews(XElement xml)
    {
        var articles = xml.Element("Articles")?.Elements("item")
            .Select(item => new BotReplyArticle(
                Needed(item, "Title"), TextOf(item, "Description") ?? "", TextOf(item, "Url") ?? "", TextOf(item, "PicUrl") ?? ""))
            .ToList() ?? [];
        var count = TextOf(xml, "ArticleCount");
        if (articles.Count is 0 or > 8 || count != articles.Count.ToString(CultureInfo.InvariantCulture))
            throw new BotTestException($"The reply says ArticleCount {count ?? "nothing"} and has {articles.Count} articles; the platform takes 1 to 8, and the count must fit.");
        return new BotReply { Kind = BotReplyKind.News, Articles = articles };
    }

    private static BotReply ReadCard(XElement? card) => new()
    {
        Kind = BotReplyKind.UpdateTemplateCard,
        CardType = Needed(card, "CardType"),
        Title = TextOf(card?.Element("MainTitle"), "Title"),
        Description = TextOf(card?.Element("MainTitle"), "Desc"),
    };

    private static string Needed(XElement? parent, string name) => TextOf(parent, name) is { Length: > 0 } text
        ? text
        : throw new BotTestException($"The {name} of the reply is missing or empty.");

    private static void Require(XElement xml, string name, string expected)
    {
        var actual = TextOf(xml, name);
        if (actual != expected)
            throw new BotTestException($"The reply has the {name} '{actual}'; the platform takes '{expected}' only.");
    }
}
