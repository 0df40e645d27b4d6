using System.Globalization;
using System.Text;
using Hongyan.Server.Push;
using Hongyan.Server.Push.Alerts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Hongyan.Server.Tests.Push;

public sealed class AlertDigestTests
{
    private readonly AlertDigest _digest;

    public AlertDigestTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var texts = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<PushTexts>>();
        _digest = new AlertDigest(texts, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
    }

    [Fact]
    public void Write_SeveralSeverities_CountsThemAndPutsTheWorstFirst()
    {
        var text = _digest.Write(Group(Firing("info", "d"), Firing("warning", "b"), Firing("strange", "e"), Firing("critical", "a"), Firing("warning", "c"), Firing("", "f")), asMarkdown: false, 2048);

        Assert.Equal("【告警】6 条 critical 1 · warning 2 · info 1 · strange 1\n[critical] a\n[warning] b\n[warning] c\n[info] d\n[strange] e\n[告警] f", text);
    }

    [Fact]
    public void Write_AllOver_SaysSo() =>
        Assert.Equal("【恢复】1 条\n[恢复] a", _digest.Write(Group(Firing("critical", "a") with { IsResolved = true }), asMarkdown: false, 2048));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(7, 0)]
    [InlineData(500, 0)]
    [InlineData(5000, 37)]
    public void Write_HoweverMany_FitsAndCountsTheRest(int count, int truncated)
    {
        foreach (var (asMarkdown, maxBytes) in new[] { (false, 2048), (true, 2048), (true, 4096) })
        {
            var group = Group([.. Enumerable.Range(0, count).Select(number => Firing("critical", $"告警{number}") with { Summary = new string('长', 90), Instance = "主机.example" })]) with
            {
                Truncated = truncated, Labels = new string('标', 400), Url = $"http://alertmanager.example/{new string('a', 180)}",
            };

            var text = _digest.Write(group, asMarkdown, maxBytes);

            Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, maxBytes);
            var lines = text.Split('\n');
            var shown = lines.Count(line => line.Contains("告警", StringComparison.Ordinal) && line.Contains("[critical]", StringComparison.Ordinal));
            var more = count - shown + truncated;
            Assert.True(shown >= Math.Min(count, 3), $"{shown} of {count} in {maxBytes} bytes");
            Assert.Equal(more > 0, lines.Contains($"…另有 {more} 条"));
            Assert.Contains("alertmanager.example", lines[^1], StringComparison.Ordinal);
        }
    }

    /// <summary>Whatever stands in the labels, it is one message that the platform takes.</summary>
    [Fact]
    public void Write_Anything_NeverPassesTheLimit()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        string[] pieces = ["a", "长", "🔥", "👨‍👩‍👧‍👦", "é", "<font>", "\n", " ", "](", "\ud83d", "critical"];
        for (var run = 0; run < 300; run++)
        {
            string Text(int most) => string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => pieces[random.Next(pieces.Length)]));
            var start = DateTimeOffset.UnixEpoch.AddSeconds(random.NextInt64(0, 4_000_000_000));
            var alerts = Enumerable.Range(0, random.Next(1, 40)).Select(_ => new Alert(
                random.Next(2) == 0, Text(200), Text(random.Next(2) == 0 ? 3 : 400), Text(200), Text(2000),
                random.Next(3) == 0 ? null : start, random.Next(3) == 0 ? null : start.AddSeconds(random.Next(-100, 10_000_000)))).ToList();
            var group = new AlertGroup(alerts, random.Next(3) == 0 ? int.MaxValue - 1000 : 0, Text(800), random.Next(2) == 0 ? "" : $"https://a.example/{new string('x', random.Next(400))}");

            foreach (var (asMarkdown, maxBytes) in new[] { (false, 2048), (true, 2048), (true, 4096) })
                Assert.InRange(Encoding.UTF8.GetByteCount(_digest.Write(group, asMarkdown, maxBytes)), 1, maxBytes);
        }
    }

    [Fact]
    public void Write_WordsOfAStranger_CannotColourLinkOrMention()
    {
        var text = _digest.Write(Group(Firing("critical", "<@all>") with { Summary = "行一\n> 行二 [点我](https://evil.example) <font color=\"info\">好了</font>" }), asMarkdown: true, 2048);

        Assert.DoesNotContain("<@", text, StringComparison.Ordinal);
        Assert.DoesNotContain("](", text, StringComparison.Ordinal);
        Assert.Equal(1, text.Split("<font").Length - 1);
        Assert.Equal(2, text.Split('\n').Length);
    }

    [Theory]
    [InlineData(30, "持续 30 秒")]
    [InlineData(90 * 60, "持续 90 分钟")]
    [InlineData(30 * 3600, "持续 30 小时")]
    [InlineData(10 * 86400, "持续 10 天")]
    public void Write_Over_SaysHowLongItLasted(int seconds, string words)
    {
        var start = DateTimeOffset.UnixEpoch.AddDays(20000);
        var alert = Firing("critical", "a") with { IsResolved = true, StartsAt = start, EndsAt = start.AddSeconds(seconds) };

        Assert.Contains(words, _digest.Write(Group(alert), asMarkdown: false, 2048), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_EndsBeforeItStarts_SaysNothingOfIt()
    {
        var start = DateTimeOffset.UnixEpoch.AddDays(20000);

        Assert.EndsWith("[恢复] a", _digest.Write(Group(Firing("", "a") with { IsResolved = true, StartsAt = start, EndsAt = start.AddDays(-1) }), asMarkdown: false, 2048), StringComparison.Ordinal);
    }

    private static AlertGroup Group(params IReadOnlyList<Alert> alerts) => new(alerts, Truncated: 0, Labels: "", Url: "");

    private static Alert Firing(string severity, string name) => new(IsResolved: false, name, severity, Instance: "", Summary: "", StartsAt: null, EndsAt: null);
}
