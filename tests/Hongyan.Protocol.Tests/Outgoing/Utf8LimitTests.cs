using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Hongyan.Tests.Outgoing;

public class Utf8LimitTests
{
    [Theory]
    [InlineData("", 0, "")]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "…")]
    [InlineData("abcde", 4, "a…")]
    [InlineData("abc", 2, "ab")]
    [InlineData("鸿雁", 6, "鸿雁")]
    [InlineData("鸿雁x", 6, "鸿…")]
    [InlineData("鸿雁", 5, "…")]
    [InlineData("鸿", 2, "")]
    public void Cut_KnownText_IsAsExpected(string text, int maxBytes, string expected) =>
        Assert.Equal(expected, Utf8Limit.Cut(text, maxBytes));

    [Fact]
    public void Cut_SurrogatePairAtTheBorder_GoesWhole() => Assert.Equal("aa…", Utf8Limit.Cut("aa😀bb", 7));

    [Fact]
    public void Cut_FamilyEmojiAtTheBorder_GoesWhole()
    {
        const string Family = "👨‍👩‍👧";
        Assert.Equal("a…", Utf8Limit.Cut("a" + Family + "bcdefg", Encoding.UTF8.GetByteCount(Family) + 3));
    }

    [Fact]
    public void Cut_CombiningAccentAtTheBorder_GoesWithItsLetter() => Assert.Equal("ab…", Utf8Limit.Cut("abe\u0301cd", 6));

    [Fact]
    public void Cut_OneEndlessCharacter_IsCutInside()
    {
        var text = "e" + new string('\u0301', 100);
        Assert.Equal("e\u0301\u0301\u0301…", Utf8Limit.Cut(text, 10));
    }

    [Fact]
    public void Cut_NegativeLimit_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Utf8Limit.Cut("a", -1));

    [Fact]
    public void Cut_AnyText_FitsAndBreaksNoPair() =>
        Prop.ForAll(
            Texts.Any(),
            ArbMap.Default.ArbFor<NonNegativeInt>(),
            (text, limit) =>
            {
                var maxBytes = limit.Get;
                var cut = Utf8Limit.Cut(text, maxBytes);
                Assert.True(Encoding.UTF8.GetByteCount(cut) <= maxBytes);
                Assert.False(cut.Length > 0 && text.StartsWith(cut, StringComparison.Ordinal) && SplitsPair(text, cut.Length));
                if (Encoding.UTF8.GetByteCount(text) <= maxBytes)
                    Assert.Same(text, cut);
                else
                    Assert.StartsWith(maxBytes < 3 ? cut : cut[..^1], text, StringComparison.Ordinal);
                if (cut.EndsWith('…') && cut.Length > 1)
                    Assert.False(SplitsPair(text, cut.Length - 1));
            }).Hold();

    private static bool SplitsPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    [Theory]
    [InlineData("", 4, new string[0])]
    [InlineData("abcd", 4, new[] { "abcd" })]
    [InlineData("abcde", 4, new[] { "abcd", "e" })]
    [InlineData("鸿雁传书", 7, new[] { "鸿雁", "传书" })]
    [InlineData("a😀b", 4, new[] { "a", "😀", "b" })]
    [InlineData("👨‍👩‍👧", 8, new[] { "👨‍", "👩‍", "👧" })]
    public void Split_Text_CutsBetweenCharacters(string text, int maxBytes, string[] pieces) =>
        Assert.Equal(pieces, Utf8Limit.Split(text, maxBytes));

    [Fact]
    public void Split_LongText_IsTheTextAgainAndNoPieceIsTooLong()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => i % 7 == 0 ? "😀" : i % 3 == 0 ? "雁" : "a"));

        var pieces = Utf8Limit.Split(text, 20_480);

        Assert.Equal(text, string.Concat(pieces));
        Assert.All(pieces, piece => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(piece), 1, 20_480));
        Assert.Equal(2, pieces.Count);
    }
}
