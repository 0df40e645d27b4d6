using System.Diagnostics;
using System.Globalization;
using Hongyan.Bots.Tests.Support;

namespace Hongyan.Bots.Tests.Routing;

public sealed class TextPatternTests
{
    [Theory]
    [InlineData("ping", "ping")]
    [InlineData("ping", "PiNg")]
    [InlineData("ping", "  ping\r\n")]
    [InlineData("ping", "\u3000ping\u3000")]
    [InlineData("提 bug", "提 BUG")]
    [InlineData("提 bug", "提\u3000bug")]
    [InlineData("提 bug", "提 \t\r\n\u3000\u00a0bug")]
    [InlineData("  提  bug ", "提 bug")]
    [InlineData("a.b*c?", "a.b*c?")]
    [InlineData("1+1=(2) [x] ^$ |\\", "1+1=(2) [x] ^$ |\\")]
    [InlineData("👍 好", "👍 好")]
    public void TryMatch_LiteralText_FitsWhateverCaseAndWhiteSpace(string pattern, string text)
    {
        Assert.True(TextPattern.Parse(pattern).TryMatch(text, out var captured));
        Assert.Empty(captured);
    }

    [Theory]
    [InlineData("ping", "pin")]
    [InlineData("ping", "pingg")]
    [InlineData("ping", "a ping")]
    [InlineData("ping", "pi ng")]
    [InlineData("ping", "")]
    [InlineData("提 bug", "提bug")]
    [InlineData("a.b", "axb")]
    [InlineData("天气 {city}", "天气")]
    [InlineData("天气 {city}", "天气 ")]
    [InlineData("天气 {city}", "天气北京")]
    [InlineData("天气 {city}", "今天天气 北京")]
    [InlineData("从{a}到", "从 到")]
    public void TryMatch_OtherText_DoesNotFit(string pattern, string text) =>
        Assert.False(TextPattern.Parse(pattern).TryMatch(text, out _));

    [Theory]
    [InlineData("天气 {city}", "天气 北京", "北京")]
    [InlineData("天气 {city}", "天气\u3000\u3000北京 ", "北京")]
    [InlineData("天气{city}", "天气 北京", "北京")]
    [InlineData("{text}", "什么 都 行", "什么 都 行")]
    [InlineData("说 {text}", "说 第一行\n第二行", "第一行\n第二行")]
    [InlineData("加 {a} {b}", "加 1 2", "1|2")]
    [InlineData("加 {a} {b}", "加 1 2 3", "1|2 3")]
    [InlineData("加 {a} {b}", "加 1\n2", "1|2")]
    [InlineData("从 {from} 到 {to} 的票", "从 上海 到 北京 的票", "上海|北京")]
    [InlineData("{from}到{to}", "上海到北京到广州", "上海|北京到广州")]
    [InlineData("{a}号", "3号5号", "3号5")]
    [InlineData("{城市} 天气", "北京 天气", "北京")]
    [InlineData("x {_a1}", "X y", "y")]
    public void TryMatch_Captures_TakeLittleAndTheLastTheRest(string pattern, string text, string expected)
    {
        Assert.True(TextPattern.Parse(pattern).TryMatch(text, out var captured));
        Assert.Equal(expected.Split('|'), captured);
    }

    [Theory]
    [InlineData("ping I")]
    [InlineData("ping {I}")]
    public void TryMatch_InATurkishProcess_IgnoresCaseAsEverywhere(string pattern)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");

            Assert.True(TextPattern.Parse(pattern).TryMatch("PING i", out _));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("天气 {city")]
    [InlineData("天气 }")]
    [InlineData("天气 {}")]
    [InlineData("天气 { }")]
    [InlineData("天气 {1}")]
    [InlineData("天气 {a b}")]
    [InlineData("天气 {a{b}}")]
    [InlineData("天气 {a}{b}")]
    [InlineData("加 {a} {A}")]
    [InlineData("")]
    [InlineData(" \u3000\n")]
    public void Parse_MalformedPattern_ThrowsAtRegistration(string pattern)
    {
        var mistake = Assert.Throws<HongyanStartupException>(() => TextPattern.Parse(pattern));

        Assert.Equal("HY1006", mistake.Code);
        Assert.Contains($"'{pattern}'", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Null_Throws() => Assert.Throws<ArgumentNullException>("pattern", () => TextPattern.Parse(null!));

    [Fact]
    public void Text_WhiteSpaceOfThePattern_IsOneBlankEach() =>
        Assert.Equal("天气 {city} now", TextPattern.Parse(" 天气\u3000 {city}\tnow\n").Text);

    public static TheoryData<string, string> Hostile => new()
    {
        { "{a} {b} {c} {d} 完", new string(' ', 500_000) + new string('x', 500_000) },
        { "{a} {b} {c} {d} 完", string.Concat(Enumerable.Repeat("x ", 500_000)) },
        { "a{x}a{y}a{z}b", new string('a', 1_000_000) },
        { "提 {x} bug", "提" + new string('\u3000', 1_000_000) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void TryMatch_AMillionHostileCharacters_TakesLinearTime(string pattern, string text)
    {
        var words = TextPattern.Parse(pattern);
        var started = Stopwatch.GetTimestamp();

        Assert.False(words.TryMatch(text, out _));

        // A backtracking engine needs years for these; the bound is wide, so that only those years break it.
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Waiting.Default);
    }
}
