using System.Net;
using System.Text.Json.Nodes;

namespace Hongyan.IssueDesk.Trackers.Jira;

/// <summary>Asks a Jira what it is, who the robot is to it, and whether the robot may create issues: real calls, for the console.</summary>
internal sealed class JiraProbe(JiraConnection connection)
{
    private const int LongestAnswer = 400;
    private const int MostProjects = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Asks; ends with the first answer that makes the rest pointless.</summary>
    /// <param name="tracker">Which Jira, and as whom; it need not be the one that is configured.</param>
    /// <param name="projects">The keys of the projects.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<IReadOnlyList<ProbeStep>> RunAsync(TrackerOptions tracker, IEnumerable<string> projects, CancellationToken cancellationToken)
    {
        var flavor = JiraFlavor.Of(tracker.Kind);
        var steps = new List<ProbeStep>();
        if (await AskAsync(tracker, "Server", "", $"{flavor.Api}/serverInfo", DescribeServer, steps, cancellationToken)
            && await AskAsync(tracker, "Account", "", $"{flavor.Api}/myself", me => DescribeAccount(flavor, me), steps, cancellationToken))
        {
            foreach (var project in projects.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostProjects))
            {
                var path = $"{flavor.Api}/mypermissions?projectKey={Uri.EscapeDataString(project)}&permissions=CREATE_ISSUES";
                await AskAsync(tracker, "Project", project, path, DescribePermission, steps, cancellationToken);
            }
        }
        return steps;
    }

    private async Task<bool> AskAsync(
        TrackerOptions tracker, string question, string subject, string path, Func<JsonObject, (string Answer, string? Hint)> describe, List<ProbeStep> steps,
        CancellationToken cancellationToken)
    {
        ProbeStep step;
        try
        {
            var answer = await connection.SendAsync(tracker, HttpMethod.Get, path, content: null, Patience, cancellationToken);
            if (answer is { IsSuccess: true, Json: JsonObject json })
            {
                var (text, hint) = describe(json);
                step = new ProbeStep(question, subject, $"HTTP {(int)answer.Status}: {text}", hint);
            }
            else
            {
                step = new ProbeStep(question, subject, answer.Describe(), HintFor(question, answer));
            }
        }
        catch (JiraSilentException silence)
        {
            step = new ProbeStep(question, subject, silence.Message, silence.WasNeverReached ? "Hint_Unreachable" : "Hint_Silent");
        }
        steps.Add(step with { Answer = Mask(step.Answer, tracker.Token) });
        return step.IsRight;
    }

    private static (string, string?) DescribeServer(JsonObject server) =>
        ($"{(string?)server["serverTitle"] ?? "Jira"} {Text(server["version"])} {Text(server["deploymentType"])}".Trim(), null);

    private static (string, string?) DescribeAccount(JiraFlavor flavor, JsonObject me) => ($"{Text(me["displayName"])} ({flavor.NameOf(me)})", null);

    private static (string, string?) DescribePermission(JsonObject answer) => (answer["permissions"]?["CREATE_ISSUES"]?["havePermission"]) is JsonValue value && value.TryGetValue(out bool may) && may
        ? ("CREATE_ISSUES ✓", null)
        : ("CREATE_ISSUES ✕", "Hint_Permission");

    private static string HintFor(string question, JiraAnswer answer) => answer.Status switch
    {
        HttpStatusCode.Unauthorized when answer.DeniedReason is not null => "Hint_Captcha",
        HttpStatusCode.Unauthorized => "Hint_Unauthorized",
        HttpStatusCode.Forbidden => "Hint_Forbidden",
        HttpStatusCode.NotFound when question == "Project" => "Hint_NoProject",
        HttpStatusCode.NotFound => "Hint_NoJira",
        HttpStatusCode.TooManyRequests => "Hint_Busy",
        >= HttpStatusCode.InternalServerError => "Hint_Broken",
        >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => "Hint_Redirect",
        _ when answer.IsSuccess => "Hint_NoJson",
        _ => "Hint_Other",
    };

    private static string Text(JsonNode? node) => node?.ToString() ?? "";

    /// <summary>A server that repeats what it was sent must not have the token shown.</summary>
    private static string Mask(string answer, string? token)
    {
        if (!string.IsNullOrEmpty(token))
            answer = answer.Replace(token, "••••", StringComparison.Ordinal);
        return answer.Length > LongestAnswer ? answer[..LongestAnswer] + "…" : answer;
    }
}
