using Hongyan.IssueDesk.Routes;
using Hongyan.IssueDesk.Trackers;
using Hongyan.WeCom;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hongyan.IssueDesk.Settings;

/// <summary>Refuses, at start and when the file changes, what cannot work.</summary>
internal sealed class IssueDeskOptionsValidator(IHostEnvironment environment) : IValidateOptions<IssueDeskOptions>
{
    private const int LongestTimeout = 300;

    public ValidateOptionsResult Validate(string? name, IssueDeskOptions options)
    {
        var failures = CheckTracker(options.Tracker)
            .Concat(options.Routes.SelectMany(CheckRoute))
            .Concat(CheckWords(options.Routes))
            .Concat(CheckGroup("Group", options.Group))
            .Concat(options.Routes.SelectMany((route, number) => CheckGroup($"Routes:{number}:Group", route.Group)))
            .Concat(CheckRest(options))
            .Concat(DeskTexts.FindProblems(options.Texts).Select(problem => $"HY2003: {IssueDeskOptions.Section}:Texts:{problem}"))
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> CheckTracker(TrackerOptions tracker)
    {
        const string section = $"{IssueDeskOptions.Section}:Tracker";
        if (tracker.TimeoutSeconds is < 1 or > LongestTimeout)
            yield return $"HY2001: {section}:TimeoutSeconds must be from 1 to {LongestTimeout}.";
        if (tracker.Kind == TrackerKind.None)
            yield break;
        if (tracker.Kind == TrackerKind.Demo)
        {
            if (!environment.IsDevelopment())
                yield return $"HY2001: {section}:Kind is Demo, whose pages anybody can read and change; outside Development choose JiraServer or JiraCloud.";
            yield break;
        }
        if (tracker.BaseUrl is not { IsAbsoluteUri: true, Scheme: "https" or "http", Query: "", Fragment: "", UserInfo: "" })
            yield return $"HY2001: {section}:BaseUrl is missing or is no address; it is what the browser shows on Jira's start page, such as https://jira.example.com, without user and password.";
        if (string.IsNullOrEmpty(tracker.Token))
            yield return $"HY2001: {section}:Token is missing: the password or personal access token of the robot's account, for Jira Cloud an API token.";
        if (tracker.Kind == TrackerKind.JiraCloud && string.IsNullOrEmpty(tracker.User))
            yield return $"HY2001: {section}:User is missing: Jira Cloud wants the e-mail address that the API token belongs to.";
    }

    private static IEnumerable<string> CheckRoute(BugRoute route, int number)
    {
        var section = $"{IssueDeskOptions.Section}:Routes:{number}";
        if (string.IsNullOrWhiteSpace(route.Project))
            yield return $"HY2001: {section}:Project is missing: the key of the project, such as CRM.";
        if (string.IsNullOrWhiteSpace(route.IssueType))
            yield return $"HY2001: {section}:IssueType is missing: a name such as Bug, or an id such as 10104.";
        if (route.Words.Count + route.Commands.Count == 0)
            yield return $"HY2001: {section} has neither Words nor Commands, so nothing ever takes it.";
        if (route.Words.Concat(route.Commands).Any(string.IsNullOrWhiteSpace))
            yield return $"HY2001: {section} has an empty word, which every text contains.";
        if (route.Labels.FirstOrDefault(label => label.Any(char.IsWhiteSpace)) is { } wrong)
            yield return $"HY2001: {section}:Labels has '{wrong}'; Jira takes no white space in a label.";
    }

    /// <summary>The second of two routes with the same word never gets it.</summary>
    private static IEnumerable<string> CheckWords(IList<BugRoute> routes)
    {
        var taken = new Dictionary<(bool IsCommand, string Word), int>();
        foreach (var (number, route) in routes.Index().Where(each => each.Item.Enabled))
        {
            var words = route.Words.Select(word => (false, word.ToUpperInvariant())).Concat(route.Commands.Select(word => (true, word.ToUpperInvariant()))).Distinct();
            foreach (var word in words)
            {
                if (taken.TryGetValue(word, out var first))
                    yield return $"HY2001: {IssueDeskOptions.Section}:Routes:{number} has the {(word.Item1 ? "command" : "word")} '{word.Item2}', which {IssueDeskOptions.Section}:Routes:{first} has already and always gets.";
                else
                    taken.Add(word, number);
            }
        }
    }

    private static IEnumerable<string> CheckGroup(string key, GroupOptions? group)
    {
        if (string.IsNullOrEmpty(group?.RobotUrl))
            yield break;
        if (!IsWebhook(group.RobotUrl))
            yield return $"HY2001: {IssueDeskOptions.Section}:{key}:RobotUrl is no webhook address; copy it from the group → 群机器人 (消息推送).";
    }

    private static IEnumerable<string> CheckRest(IssueDeskOptions options)
    {
        if (options.PublicUrl is not null and not { IsAbsoluteUri: true, Scheme: "https" or "http" })
            yield return $"HY2001: {IssueDeskOptions.Section}:PublicUrl must begin with https:// or http://.";
        if (options.WorkStart >= options.WorkEnd)
            yield return $"HY2001: {IssueDeskOptions.Section}:WorkStart must be before WorkEnd, such as 09:00 and 18:00.";
    }

    private static bool IsWebhook(string address)
    {
        try
        {
            return Uri.TryCreate(address, UriKind.Absolute, out var webhook) && GroupRobotClientOptions.ForWebhook(webhook) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
