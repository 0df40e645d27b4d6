using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Hongyan.Tests;

/// <summary>Text as it comes: Chinese, emoji, markup, control characters, lone surrogates, in any mixture and length.</summary>
internal static class Texts
{
    private static readonly string[] Pieces =
    [
        "你好", "鸿雁", "hello", " ", "\n", "\r\n", "\t", "😀", "👨‍👩‍👧", "e\u0301", "<xml>", "</xml>", "]]>", "<![CDATA[", "&amp;", "&", "\"", "'",
        "\0", "\u0001", "\u001F", "\u007F", "\uFFFE", "\uFFFF", "\uD83D", "\uDE00", "\uFEFF", "…",
    ];

    private static readonly string[] Markup =
    [
        "<xml>", "</xml>", "<Content>", "</Content>", "<a>", "</a>", "<a/>", "<a b=\"", "<a b='", "\">", "'/>", ">", "<", "/", "</", "&amp;", "&#65;", "&#x4E2D;",
        "&lt;", "&", ";", "<![CDATA[", "]]>", "]]", "<!--", "-->", "<!-->", "--", "<?", "?>", "<?>", "?", "\"", "'", "<!", "<!DOCTYPE", "x", " ", "\n", "中",
        "<Encrypt>", "</Encrypt>", "<MsgType>event</MsgType>", "<Event>pic_weixin</Event>", "<SendPicsInfo>", "</SendPicsInfo>", "<PicList>", "</PicList>", "<item>", "</item>",
    ];

    private static readonly string[] Contents =
    [
        "x", " ", "中", "\n", "'", "\"", "&amp;", "&#65;", "&lt;", "<![CDATA[<b>]]>", "<![CDATA[]]>", "<![CDATA[ \"' ]]>", "<!-- <b> \" -->", "<!---->",
        "<!--> <b \" -->", "<?p <b> \" ?>", "<?p?>", "<?> <b \" ?>", "<e/>", "<e f='>'/>", "<e f=\"/\"></e>", "<e >x</e >",
    ];

    private static readonly string[] JsonPieces =
    [
        "{", "}", "[", "]", ":", ",", "\"", "\"a\"", "\"a\":", "\"MsgType\":\"event\",", "\"Event\":", "\\", "\\u", "\\u4e2d", "\\ud83d", "\\n", "\\x", "1", "-", "0", "1.5e3",
        ".", "e", "true", "false", "null", "tru", "n", " ", "\n", "中", "/", "//", "\0", "\"msgtype\":", "[[[", "{\"a\":{",
    ];

    private static readonly string[] JsonValues =
    [
        "\"\"", "\"x\"", "\"中文\"", "\"😀\"", "\"\\ud83d\\ude00\"", "\"\\u4e2d\\/\\\\\\\"\\b\\f\\n\\r\\t\"", "\"{[,:]}\"", "0", "-1", "12", "1.5", "1E3", "2.5e-3", "true", "false",
        "null", "{}", "[]", "[ ]", "{ }", "\"<xml>\"",
    ];

    private static readonly string[] JsonNames = ["a", "b", "Content", "item", "中", "", "\\u0061", "x\\\"y"];

    /// <summary>Any text.</summary>
    public static Arbitrary<string> Any() => Arb.From(
        Gen.OneOf(
            Gen.Elements(Pieces),
            ArbMap.Default.GeneratorFor<char>().Select(character => character.ToString()))
        .ListOf()
        .Select(string.Concat));

    /// <summary>Any text that UTF-8 can carry: no lone surrogates.</summary>
    public static Arbitrary<string> WellFormed() => Arb.From(Any().Generator.Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))));

    /// <summary>A soup of tags and halves of tags, sometimes a document.</summary>
    public static Gen<string> MarkupSoup() => Gen.Elements(Markup).ListOf().Select(string.Concat);

    /// <summary>What may stand in an element: text, sections, comments, instructions, and elements that hold the same.</summary>
    private static Gen<string> Content(int depth) =>
        (depth == 0 ? Gen.Elements(Contents) : Gen.OneOf(Gen.Elements(Contents), Content(depth - 1).Select(inner => $"<n>{inner}</n>")))
        .ListOf().Select(string.Concat);

    /// <summary>Soups and documents, and documents that hold a soup.</summary>
    public static Arbitrary<string> NearlyXml() => Arb.From(Gen.OneOf(
        MarkupSoup(),
        MarkupSoup().Select(soup => $"<xml>{soup}</xml>"),
        MarkupSoup().Select(soup => $"<xml><MsgType>text</MsgType><Content>{soup}</Content></xml>"),
        Content(depth: 2).Select(content => $"<xml><MsgType>text</MsgType><Content>{content}</Content></xml>")));

    /// <summary>Soups of pieces of JSON, and documents that hold one.</summary>
    public static Arbitrary<string> NearlyJson() => Arb.From(Gen.OneOf(
        JsonSoup(),
        JsonSoup().Select(soup => $"{{{soup}}}"),
        JsonSoup().Select(soup => $"{{\"a\":{soup}}}"),
        JsonValue(depth: 2).Select(value => $"{{\"MsgType\":\"text\",\"Content\":{value}}}"),
        JsonObject(depth: 2)));

    private static Gen<string> JsonSoup() => Gen.Elements(JsonPieces).ListOf().Select(string.Concat);

    private static Gen<string> JsonValue(int depth) => depth == 0
        ? Gen.Elements(JsonValues)
        : Gen.OneOf(Gen.Elements(JsonValues), JsonObject(depth - 1), JsonValue(depth - 1).ListOf().Select(items => $"[{string.Join(" , ", items)}]"));

    private static Gen<string> JsonObject(int depth) =>
        JsonValue(depth).Zip(Gen.Elements(JsonNames)).Select(member => $"\"{member.Item2}\" : {member.Item1}").ListOf()
            .Select(members => $"{{ {string.Join(",\n", members)} }}");

    /// <summary>The bytes with up to four cuts, copies and changes.</summary>
    public static Gen<byte[]> Damaged(byte[] whole)
    {
        var damage =
            from kind in Gen.Choose(0, 3)
            from at in Gen.Choose(0, whole.Length - 1)
            from length in Gen.Choose(1, 16)
            from value in Gen.Elements("<>&;/!?-[]\"' \0\u0080\u00FFaCDATA".Select(c => (byte)c).ToArray())
            select (kind, at, length, value);
        return damage.NonEmptyListOf().Select(list => list.Take(4).Aggregate(whole, Apply));
    }

    private static byte[] Apply(byte[] bytes, (int Kind, int At, int Length, byte Value) damage)
    {
        var at = Math.Min(damage.At, bytes.Length);
        var end = Math.Min(at + damage.Length, bytes.Length);
        return damage.Kind switch
        {
            0 => [.. bytes[..at], damage.Value, .. bytes[Math.Min(at + 1, bytes.Length)..]],
            1 => [.. bytes[..at], damage.Value, .. bytes[at..]],
            2 => [.. bytes[..at], .. bytes[end..]],
            _ => [.. bytes[..end], .. bytes[at..]],
        };
    }
}
