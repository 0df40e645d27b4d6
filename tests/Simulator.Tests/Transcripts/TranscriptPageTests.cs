using System.Text.RegularExpressions;
using Hongyan.Simulator.Transcripts;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests.Transcripts;

/// <summary>docs/guides/transcripts.md is what this reading was written from.</summary>
public sealed partial class TranscriptPageTests
{
    private static readonly string[] OfOfficialAccounts = ["SCAN", "CLICK", "VIEW"];

    private static readonly string Page = WithoutOtherPlatforms(File.ReadAllText(PathOf("docs/guides/transcripts.md")));

    [Fact]
    public void Page_EveryTranscriptOnIt_CanBeRead()
    {
        var transcripts = Fence().Matches(Page).Select(match => match.Groups["text"].Value).ToList();

        Assert.NotEmpty(transcripts);
        Assert.All(transcripts, text => Assert.NotEmpty(TranscriptReader.Read(text, WeComEvents.All).Steps));
    }

    [Fact]
    public void Page_EveryEventOnIt_IsPlayed()
    {
        var table = Page[Page.IndexOf("| 事件 |", StringComparison.Ordinal)..Page.IndexOf("`question` 是", StringComparison.Ordinal)];
        var names = Code().Matches(table).Select(match => match.Groups[1].Value).Except(OfOfficialAccounts).ToList();

        Assert.Contains("batch_job_result", names);
        Assert.All(names, name => Assert.NotNull(WeComEvents.Find(name)));
    }

    [Fact]
    public void Page_EveryKindOfAnswerOnIt_IsRead()
    {
        var table = Page[Page.IndexOf("## 别的回答", StringComparison.Ordinal)..Page.IndexOf("## 怎样比较", StringComparison.Ordinal)];
        var kinds = Kind().Matches(table).Select(match => match.Value).Where(kind => kind != "(text)").ToList();

        Assert.Contains("(update_taskcard)", kinds);
        Assert.All(kinds, kind => TranscriptReader.Read($"> a\n< {kind}", WeComEvents.All));
    }

    /// <summary>The simulator records and plays the conversations of an application; those of followers and robots are for tests.</summary>
    private static string WithoutOtherPlatforms(string page) =>
        page.Remove(page.IndexOf("## 公众号的会话", StringComparison.Ordinal), page.IndexOf("## 别的回答", StringComparison.Ordinal) - page.IndexOf("## 公众号的会话", StringComparison.Ordinal));

    private static string PathOf(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Hongyan.slnx")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository."), path);
    }

    [GeneratedRegex(@"```transcript\n(?<text>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`([a-zA-Z_]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\([a-z_]+\)")]
    private static partial Regex Kind();
}
