using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Hongyan.Protocol;

namespace Hongyan.Simulator.WeCom;

/// <summary>Reads a decrypted passive reply and checks what the platform's documents ask of it.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90241.</remarks>
internal static class PassiveReplyParser
{
    private const int MaxTextBytes = 2048;
    private const int MaxArticles = 8;

    /// <summary>The reply, or null and what is wrong with it.</summary>
    /// <param name="root">The decrypted document.</param>
    /// <param name="corpId">Who must be the sender.</param>
    /// <param name="userId">Who must be the receiver.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="note">What the platform changes about a reply that is right.</param>
    public static PassiveReply? Parse(XElement root, string corpId, string userId, out Finding? problem, out Finding? note)
    {
        note = null;
        problem = CheckHeader(root, corpId, userId);
        if (problem is not null)
            return null;

        var type = Text(root, "MsgType");
        switch (type)
        {
            case "text":
                problem = Missing(root, "Content");
                var content = Text(root, "Content");
                var bytes = Encoding.UTF8.GetByteCount(content);
                if (bytes > MaxTextBytes)
                    note = Finding.Of(FindingKind.TextCut, bytes);
                return Unless(problem, new() { Type = type, Content = Utf8.Cut(content, MaxTextBytes) });

            case "image":
                problem = Missing(root, "Image", "MediaId");
                return Unless(problem, new() { Type = type, MediaId = Text(root, "Image", "MediaId") });

            case "voice":
                problem = Missing(root, "Voice", "MediaId");
                return Unless(problem, new() { Type = type, MediaId = Text(root, "Voice", "MediaId") });

            case "video":
                problem = Missing(root, "Video", "MediaId");
                return Unless(problem, new()
                {
                    Type = type,
                    MediaId = Text(root, "Video", "MediaId"),
                    Title = Text(root, "Video", "Title"),
                    Description = Text(root, "Video", "Description"),
                });

            case "news":
                problem = CheckArticles(root);
                return Unless(problem, new() { Type = type, Articles = [.. Articles(root).Select(ReadArticle)] });

            case "update_button":
                problem = Missing(root, "Button", "ReplaceName");
                return Unless(problem, new() { Type = type, ReplaceName = Text(root, "Button", "ReplaceName") });

            case "update_template_card":
                problem = Missing(root, "TemplateCard", "CardType");
                return Unless(problem, new()
                {
                    Type = type,
                    CardType = Text(root, "TemplateCard", "CardType"),
                    Title = Text(root, "TemplateCard", "MainTitle", "Title"),
                    Description = Text(root, "TemplateCard", "MainTitle", "Desc"),
                    Card = root.Element("TemplateCard") is { } card ? CardXml.Read(card) : null,
                });

            default:
                problem = Finding.Of(FindingKind.MessageType, type);
                return null;
        }
    }

    private static Finding? CheckHeader(XElement root, string corpId, string userId)
    {
        foreach (var name in new[] { "ToUserName", "FromUserName", "CreateTime", "MsgType" })
        {
            if (Missing(root, name) is { } missing)
                return missing;
        }

        var to = Text(root, "ToUserName");
        var from = Text(root, "FromUserName");
        var created = Text(root, "CreateTime");
        if (to == corpId && from == userId)
            return Finding.Of(FindingKind.MessageNotTurnedRound);
        if (to != userId)
            return Finding.Of(FindingKind.MessageToUser, to, userId);
        if (from != corpId)
            return Finding.Of(FindingKind.MessageFromUser, from, corpId);
        return long.TryParse(created, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? null
            : Finding.Of(FindingKind.MessageCreateTime, created);
    }

    private static Finding? CheckArticles(XElement root)
    {
        var items = Articles(root).Count();
        if (items == 0)
            return Missing(root, "Articles", "item");
        if (items > MaxArticles)
            return Finding.Of(FindingKind.MessageArticles, items);

        var count = Text(root, "ArticleCount");
        if (count != items.ToString(CultureInfo.InvariantCulture))
            return Finding.Of(FindingKind.MessageArticleCount, count, items);
        return Articles(root).Select(item => Missing(item, "Title")).FirstOrDefault(missing => missing is not null);
    }

    private static IEnumerable<XElement> Articles(XElement root) => root.Elements("Articles").Elements("item");

    private static Article ReadArticle(XElement item) =>
        new(Text(item, "Title"), Text(item, "Description"), Text(item, "PicUrl"), Text(item, "Url"));

    private static PassiveReply? Unless(Finding? problem, PassiveReply reply) => problem is null ? reply : null;

    private static Finding? Missing(XElement from, params string[] path) =>
        Text(from, path).Length > 0 ? null : Finding.Of(FindingKind.MessageMissingPart, CallbackError.ParseFailed, string.Join("/", path));

    private static string Text(XElement from, params string[] path)
    {
        var element = path.Aggregate((XElement?)from, (at, name) => at?.Element(name));
        // Blanks around a value are the writer's layout unless the value says them on purpose, inside CDATA.
        return element is null ? "" : element.FirstNode is XCData ? element.Value : element.Value.Trim();
    }
}
