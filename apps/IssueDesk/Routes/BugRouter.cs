using Hongyan.IssueDesk.Drafts;

namespace Hongyan.IssueDesk.Routes;

/// <summary>Finds out whether a text reports a bug, and of which kind.</summary>
internal static class BugRouter
{
    /// <summary>The report in a text; null where no route takes it. A command wins over words, an earlier route over a later one.</summary>
    public static BugReport? Find(IEnumerable<BugRoute> routes, string text)
    {
        text = text.Trim();
        var all = routes as IReadOnlyCollection<BugRoute> ?? [.. routes];
        foreach (var route in all)
        {
            if (route.Commands.FirstOrDefault(command => text.StartsWith(command, StringComparison.OrdinalIgnoreCase)) is { } command)
                return new BugReport(route, text[command.Length..].TrimStart(' ', '\u3000', ',', '，', ':', '：', '\n', '\r').TrimEnd(), IsCommand: true);
        }
        foreach (var route in all)
        {
            if (route.Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
                return new BugReport(route, text, IsCommand: false);
        }
        return null;
    }

    /// <summary>Whether anything is left without the words that made it a report.</summary>
    public static bool SaysSomething(BugRoute route, string text)
    {
        foreach (var word in route.Words.OrderByDescending(word => word.Length))
            text = text.Replace(word, " ", StringComparison.OrdinalIgnoreCase);
        return ReportText.HasWords(text);
    }
}
