using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Hongyan.Testing;

namespace Hongyan.IssueDesk.Tests.Support;

/// <summary>
/// Plays a transcript against a staged desk. Beside what docs/guides/transcripts.md defines, two kinds of its comments mean something
/// here, so that the file reads as everything that people saw: <c># &lt; text</c> (<c># lisi&lt; text</c>) is a message that the bot sends
/// by itself, and <c># [what happens]</c> is a direction that the test carries out.
/// </summary>
internal static partial class ChatLog
{
    /// <summary>Plays it to its end; unread messages that the log does not have are none of its business.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="path">The file, beside the test's source.</param>
    /// <param name="directions">What each direction does; each has to occur in the file, and the other way round.</param>
    /// <param name="testFile">Filled in by the compiler.</param>
    public static Task PlayAsync(Desk desk, string path, (string Direction, Func<Task> Act)[]? directions = null, [CallerFilePath] string testFile = "") =>
        PlayAsync(() => desk, path, directions, testFile);

    /// <summary>The same where a direction changes the desk, as one that restarts it does.</summary>
    public static async Task PlayAsync(Func<Desk> desk, string path, (string Direction, Func<Task> Act)[]? directions = null, [CallerFilePath] string testFile = "")
    {
        var acts = (directions ?? []).ToDictionary(each => each.Direction, each => each.Act, StringComparer.Ordinal);
        var file = Find(path, testFile);
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        var unheard = new HashSet<string>(acts.Keys, StringComparer.Ordinal);
        var pending = new StringBuilder();
        for (var at = 0; at < lines.Length; at++)
        {
            if (Direction().Match(lines[at]) is { Success: true } direction)
            {
                await FlushAsync(desk(), file, at, pending);
                Assert.True(acts.TryGetValue(direction.Groups["what"].Value, out var act), $"{Path.GetFileName(file)}, line {at + 1}: the test has no direction like this.");
                unheard.Remove(direction.Groups["what"].Value);
                await act!();
            }
            else if (Wait().Match(lines[at]) is { Success: true } wait)
            {
                await FlushAsync(desk(), file, at, pending);
                await desk().PassAsync(Read(wait));
            }
            else if (OwnMessage().Match(lines[at]) is { Success: true } message)
            {
                await FlushAsync(desk(), file, at, pending);
                var line = at + 1;
                var text = new StringBuilder(message.Groups["text"].Value);
                while (at + 1 < lines.Length && lines[at + 1].StartsWith("# | ", StringComparison.Ordinal))
                {
                    text.Append('\n').Append(lines[++at][4..]);
                    pending.Append('\n');
                }
                var person = message.Groups["person"] is { Length: > 0 } named ? named.Value : "zhangsan";
                var received = await desk().Member(person).ReceivesAsync();
                Assert.True(Matches(received, text.ToString()), $"{Path.GetFileName(file)}, line {line}: expected\n{text}\nbut {person} was sent\n{received.Text ?? received.Title}");
            }
            else
            {
                pending.Append(lines[at]);
            }
            pending.Append('\n');
        }
        await FlushAsync(desk(), file, lines.Length, pending);
        Assert.True(unheard.Count == 0, $"{Path.GetFileName(file)} has no direction {string.Join(", ", unheard)}.");
    }

    private static string Find(string path, string testFile)
    {
        string?[] folders = [Path.GetDirectoryName(testFile), AppContext.BaseDirectory];
        return folders.OfType<string>().Select(folder => Path.Combine(folder, path)).First(File.Exists);
    }

    /// <summary>Plays the lines so far as a transcript, each at its own line number.</summary>
    private static async Task FlushAsync(Desk desk, string file, int until, StringBuilder pending)
    {
        var text = pending.ToString();
        pending.Clear().Append('\n', until);
        if (!Turn().IsMatch(text))
            return;
        var folder = Directory.CreateTempSubdirectory("hongyan-chat-");
        try
        {
            var part = Path.Combine(folder.FullName, Path.GetFileName(file));
            await File.WriteAllTextAsync(part, text, TestContext.Current.CancellationToken);
            await desk.Zhangsan.MatchesTranscriptAsync(part);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool Matches(BotReply reply, string expected)
    {
        var pattern = Regex.Escape(expected).Replace("\\{\\*}", "[\\s\\S]*", StringComparison.Ordinal).Replace("\\{number}", "-?[0-9.]+", StringComparison.Ordinal);
        return expected == "(template_card)" ? reply.Kind == BotReplyKind.TemplateCard : Regex.IsMatch(reply.Text ?? "", $"\\A{pattern}\\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    private static TimeSpan Read(Match wait)
    {
        int Part(string name) => wait.Groups[name] is { Length: > 0 } part ? int.Parse(part.Value, CultureInfo.InvariantCulture) : 0;
        return new TimeSpan(Part("d"), Part("h"), Part("m"), Part("s"));
    }

    [GeneratedRegex(@"^# \[(?<what>[^\]]+)\]\s*$")]
    private static partial Regex Direction();

    [GeneratedRegex(@"^\* wait (?:(?<d>\d+)d)?(?:(?<h>\d+)h)?(?:(?<m>\d+)m)?(?:(?<s>\d+)s)?\s*$")]
    private static partial Regex Wait();

    [GeneratedRegex(@"^# (?<person>\w*)< (?<text>.*?)\s*$")]
    private static partial Regex OwnMessage();

    [GeneratedRegex(@"^\w*>", RegexOptions.Multiline)]
    private static partial Regex Turn();
}
