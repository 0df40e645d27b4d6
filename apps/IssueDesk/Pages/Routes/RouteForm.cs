using Hongyan.Hub.Shell;
using Hongyan.IssueDesk.Routes;
using Hongyan.IssueDesk.Settings;
using Microsoft.AspNetCore.Http;

namespace Hongyan.IssueDesk.Pages.Routes;

/// <summary>A kind of bug as the form has it: lists as lines.</summary>
internal sealed record RouteForm
{
    public const int LongestName = 50;
    public const int LongestWord = 40;
    public const int MostWords = 100;
    public const int LongestField = 100;
    public const int LongestList = 6000;

    private static readonly char[] Separators = ['\n', '\r', '、', '，', ','];

    public string Name { get; init; } = "";

    public string Commands { get; init; } = "";

    public string Words { get; init; } = "";

    public string Project { get; init; } = "";

    public string IssueType { get; init; } = "";

    public string Priority { get; init; } = "";

    public string Labels { get; init; } = "";

    public bool IsRestricted { get; init; }

    public bool Enabled { get; init; } = true;

    public string GroupChat { get; init; } = "";

    /// <summary>A new webhook address; empty leaves what is set.</summary>
    public string GroupRobot { get; init; } = "";

    public bool ForgetsRobot { get; init; }

    public static RouteForm Of(BugRoute route) => new()
    {
        Name = route.Name,
        Commands = string.Join('\n', route.Commands),
        Words = string.Join('\n', route.Words),
        Project = route.Project,
        IssueType = route.IssueType,
        Priority = route.Priority ?? "",
        Labels = string.Join(' ', route.Labels),
        IsRestricted = route.IsRestricted,
        Enabled = route.Enabled,
        GroupChat = route.Group?.ChatId ?? "",
    };

    public static RouteForm Read(HttpContext context) => new()
    {
        Name = context.Field("name").Trim(),
        Commands = context.Field("commands"),
        Words = context.Field("words"),
        Project = context.Field("project").Trim().ToUpperInvariant(),
        IssueType = context.Field("issuetype").Trim(),
        Priority = context.Field("priority").Trim(),
        Labels = context.Field("labels").Trim(),
        IsRestricted = context.Field("restricted") == "true",
        Enabled = context.Field("enabled") == "true",
        GroupChat = context.Field("chat").Trim(),
        GroupRobot = context.Field("robot").Trim(),
        ForgetsRobot = context.Field("forget-robot") == "true",
    };

    /// <summary>The route.</summary>
    /// <param name="old">What it was; null for a new one.</param>
    public BugRoute ToRoute(BugRoute? old)
    {
        var robot = GroupRobot.Length > 0 ? GroupRobot : ForgetsRobot ? null : old?.Group?.RobotUrl;
        var group = new GroupOptions { ChatId = GroupChat.Length > 0 ? GroupChat : null, RobotUrl = robot };
        var route = new BugRoute
        {
            Name = Name,
            Project = Project,
            IssueType = IssueType,
            Priority = Priority.Length > 0 ? Priority : null,
            IsRestricted = IsRestricted,
            Enabled = Enabled,
            Group = group.IsSet ? group : null,
        };
        Fill(route.Commands, Divide(Commands));
        Fill(route.Words, Divide(Words));
        Fill(route.Labels, Labels.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal));
        return route;
    }

    /// <summary>What is wrong: the field, the name of the sentence, and what the sentence mentions.</summary>
    /// <param name="others">The other kinds, in their order.</param>
    public IEnumerable<(string Field, string Sentence, object[] Arguments)> FindProblems(IReadOnlyCollection<BugRoute> others)
    {
        var route = ToRoute(old: null);
        if (Name.Length is 0 or > LongestName)
            yield return ("name", "Problem_Name", [LongestName]);
        else if (others.Any(other => other.ToString().Equals(Name, StringComparison.OrdinalIgnoreCase)))
            yield return ("name", "Problem_NameTaken", [Name]);
        if (Project.Length is 0 or > LongestField || !Project.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            yield return ("project", "Problem_Project", []);
        if (IssueType.Length is 0 or > LongestField)
            yield return ("issuetype", "Problem_IssueType", []);
        if (Priority.Length > LongestField)
            yield return ("priority", "Problem_TooLong", [LongestField]);
        if (route.Words.Count + route.Commands.Count == 0)
            yield return ("words", "Problem_NoWords", []);
        if (route.Labels.Any(label => label.Length > LongestField) || route.Labels.Count > MostWords)
            yield return ("labels", "Problem_TooLong", [LongestField]);
        if (GroupChat.Length > LongestField)
            yield return ("chat", "Problem_TooLong", [LongestField]);
        foreach (var problem in FindWordProblems("commands", route.Commands, others, other => other.Commands))
            yield return problem;
        foreach (var problem in FindWordProblems("words", route.Words, others, other => other.Words))
            yield return problem;
    }

    private IEnumerable<(string Field, string Sentence, object[] Arguments)> FindWordProblems(
        string field, IList<string> words, IReadOnlyCollection<BugRoute> others, Func<BugRoute, IList<string>> of)
    {
        if (words.Count > MostWords || words.Any(word => word.Length > LongestWord))
        {
            yield return (field, "Problem_Words", [MostWords, LongestWord]);
            yield break;
        }
        if (!Enabled)
            yield break;
        foreach (var word in words)
        {
            if (others.FirstOrDefault(other => other.Enabled && of(other).Contains(word, StringComparer.OrdinalIgnoreCase)) is { } taken)
                yield return (field, "Problem_WordTaken", [word, taken.ToString()]);
        }
    }

    private static IEnumerable<string> Divide(string text) => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);

    private static void Fill(IList<string> list, IEnumerable<string> values)
    {
        foreach (var value in values)
            list.Add(value);
    }
}
