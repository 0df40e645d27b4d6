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

    public static Arbitrary<string> Any() => Arb.From(
        Gen.OneOf(
            Gen.Elements(Pieces),
            ArbMap.Default.GeneratorFor<char>().Select(character => character.ToString()))
        .ListOf()
        .Select(string.Concat));
}
