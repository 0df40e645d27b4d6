using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Hongyan.Protocol;

namespace Hongyan.Simulator.Replies;

/// <summary>The elements of a passive reply's plaintext, and what both platforms ask of them.</summary>
internal static class ReplyElements
{
    private const int MaxArticles = 8;
    private const int MaxTextBytes = 2048;

    /// <summary>The reply of a type that both platforms have, or null and what is wrong with it.</summary>
    /// <param name="root">The plaintext.</param>
    /// <param name="type">MsgType.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="note">What the platform changes about a reply that is right.</param>
    public static PassiveReply? Read(XElement root, string type, out Finding? problem, out Finding? note)
    {
        note = null;
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

            default:
                problem = Finding.Of(FindingKind.MessageType, type);
                return null;
        }
    }

    /// <summary>What is wrong with who sends the reply to whom, and when; null: nothing.</summary>
    public static Finding? CheckHeader(XElement root, string account, string person)
    {
        foreach (var name in new[] { "ToUserName", "FromUserName", "CreateTime", "MsgType" })
        {
            if (Missing(root, name) is { } missing)
                return missing;
        }

        var to = Text(root, "ToUserName");
        var from = Text(root, "FromUserName");
        var created = Text(root, "CreateTime");
        if (to == account && from == person)
            return Finding.Of(FindingKind.MessageNotTurnedRound);
        if (to != person)
            return Finding.Of(FindingKind.MessageToUser, to, person);
        if (from != account)
            return Finding.Of(FindingKind.MessageFromUser, from, account);
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

    /// <summary>The reply when nothing is wrong with it.</summary>
    public static PassiveReply? Unless(Finding? problem, PassiveReply reply) => problem is null ? reply : null;

    /// <summary>That an element is missing or empty; null when it is there.</summary>
    public static Finding? Missing(XElement from, params string[] path) =>
        Text(from, path).Length > 0 ? null : Finding.Of(FindingKind.MessageMissingPart, CallbackError.ParseFailed, string.Join("/", path));

    /// <summary>What an element says; empty when there is none.</summary>
    public static string Text(XElement from, params string[] path)
    {
        var element = path.Aggregate((XElement?)from, (at, name) => at?.Element(name));
        // Blanks around a value are the writer's layout unless the value says them on purpose, inside CDATA.
        return element is null ? "" : element.FirstNode is XCData ? element.Value : element.Value.Trim();
    }
}
