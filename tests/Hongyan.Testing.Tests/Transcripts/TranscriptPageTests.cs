using System.Text.RegularExpressions;

namespace Hongyan.Testing.Tests;

/// <summary>docs/guides/transcripts.md is what another program is written from, so it says what the parser does.</summary>
public sealed partial class TranscriptPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryRoot.Combine("docs/guides/transcripts.md"));

    [Fact]
    public void Page_EveryTranscriptOnIt_CanBeReadAndIsWrittenTheSameWay()
    {
        var transcripts = Fence().Matches(Page).Select(match => (Text: match.Groups["text"].Value, match.Index)).ToList();

        Assert.NotEmpty(transcripts);
        Assert.All(transcripts, transcript =>
        {
            var (text, platform) = (transcript.Text, PlatformAt(transcript.Index));
            var lines = text.Split('\n').Where(line => line.Length > 0 && line[0] != '#');
            var written = TranscriptWriter.Write(TranscriptParser.Parse("page", text, platform)).Split('\n').Where(line => line.Length > 0);
            Assert.Equal(lines, written);
        });
    }

    [Fact]
    public void Page_EveryKindAndField_IsInItsRow()
    {
        foreach (var kind in ActionKind.All)
        {
            var row = Row($"`{(kind.IsEvent ? kind.Name : $"({kind.Name})")}`", kind.Platforms);
            foreach (var field in kind.Fields.Where(field => field.Name is not ("eventKey" or "content")))
                Assert.True(row.Contains(field.Name, StringComparison.Ordinal), $"{kind} of {kind.Platforms}: {field.Name}");
            Assert.True(!kind.IsEvent || kind.Platforms == ActionPlatform.Robot || kind.OnTheLine.Count == 0 == row.Contains("| 没有 |", StringComparison.Ordinal), $"{kind}: eventKey");
        }
    }

    [Fact]
    public void Page_EveryKindOfAnswer_IsInItsRow()
    {
        var answers = Page[Page.IndexOf("## 别的回答", StringComparison.Ordinal)..];
        foreach (var shape in ReplyShape.All)
        {
            var row = answers.Split('\n').Single(line => line.StartsWith('|') && line.Contains($"`({shape.Name})`", StringComparison.Ordinal));
            foreach (var field in shape.Fields.Where(field => field != "content"))
                Assert.Contains(field, row, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Page_EventsWithoutAVisibleReply_AreNamed()
    {
        var sentence = Page.Split('\n').Single(line => line.Contains("的回复不显示", StringComparison.Ordinal));

        foreach (var kind in ActionKind.All.Where(kind => kind.Shows == ReplyPolicy.None))
            Assert.Contains(kind.Name.StartsWith("pic_", StringComparison.Ordinal) ? "`pic_*`" : $"`{kind.Name}`", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Errors_AreWhatIsReported()
    {
        var thrown = Assert.Throws<TranscriptFormatException>(() => TranscriptParser.Parse("提bug.txt", "\n\n\n\n> a\n< {nubmer} 号"));

        Assert.Contains(thrown.Message, Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Listing_IsTheTest()
    {
        var source = File.ReadAllText(RepositoryRoot.Combine("tests/Hongyan.Testing.Tests/Listings/SchoolBotTests.cs"));
        var listing = Between(source, "// <test>\n", "        // </test>").Split('\n').Select(line => line.Length > 8 ? line[8..] : line);

        Assert.Contains($"```csharp\n{string.Join('\n', listing)}```", Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Mismatch_IsWhatIsReported()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "提bug.txt");
        await File.WriteAllTextAsync(file, "\n\n\n\n> 9\n< 只能是 1、2、3。", TestContext.Current.CancellationToken);
        await using var host = await BotTestHost.StartAsync(bot => bot.OnText(() => "只能是 1 到 3。"));

        var thrown = await Assert.ThrowsAsync<TranscriptMismatchException>(() => host.Member("zhangsan").MatchesTranscriptAsync(file));

        Assert.Contains(thrown.Message, Page, StringComparison.Ordinal);
    }

    private static string Row(string code, ActionPlatform platforms) =>
        Page[(platforms == ActionPlatform.Robot ? RobotsAt : 0)..].Split('\n').First(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains(code, StringComparison.Ordinal));

    private static int RobotsAt => Page.IndexOf("## 智能机器人的会话", StringComparison.Ordinal);

    private static ActionPlatform PlatformAt(int index) =>
        index > Page.IndexOf("## 别的回答", StringComparison.Ordinal) ? ActionPlatform.WeCom
        : index > RobotsAt ? ActionPlatform.Robot
        : index > Page.IndexOf("## 公众号的会话", StringComparison.Ordinal) ? ActionPlatform.OfficialAccount
        : ActionPlatform.WeCom;

    private static string Between(string text, string start, string end) =>
        text[(text.IndexOf(start, StringComparison.Ordinal) + start.Length)..text.IndexOf(end, StringComparison.Ordinal)];

    [GeneratedRegex(@"```transcript\n(?<text>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
