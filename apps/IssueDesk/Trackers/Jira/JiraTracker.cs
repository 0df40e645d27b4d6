using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.IssueDesk.Settings;

namespace Hongyan.IssueDesk.Trackers.Jira;

/// <summary>Jira Server, Data Center and Cloud.</summary>
internal sealed class JiraTracker(JiraConnection connection, JiraFields fields, JiraForm form, DeskSettings settings, DeskTexts texts) : ITracker
{
    /// <summary>Advice has to be there before the person has stopped waiting for the preview.</summary>
    private static readonly TimeSpan AdvicePatience = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan LongestPatience = TimeSpan.FromHours(1);

    /// <summary>Words that transitions out of the way go by, the best first.</summary>
    private static readonly string[] Ends = ["invalid", "无效", "撤销", "won't", "cancel", "取消", "close", "关闭", "done", "完成", "resolve", "解决"];

    private JiraFlavor Flavor => JiraFlavor.Of(settings.Current.Tracker.Kind);

    public async Task<CreateResult> CreateAsync(NewIssue issue, CancellationToken cancellationToken)
    {
        try
        {
            var body = await fields.WriteAsync(Flavor, issue, Describe(issue), cancellationToken);
            var answer = await connection.SendAsync(HttpMethod.Post, $"{Flavor.Api}/issue", () => JiraConnection.Json(body), patience: null, cancellationToken);
            return Judge(issue, answer);
        }
        catch (JiraSilentException silence)
        {
            return silence.WasNeverReached ? new CreateResult.NotTaken(silence.Message) : new CreateResult.Unknown(silence.Message);
        }
    }

    public async Task<TrackedIssue?> FindByMarkerAsync(string project, string marker, CancellationToken cancellationToken) =>
        await SearchAsync($"labels = {Jql.Literal(marker)} ORDER BY created ASC", most: 1, patience: null, cancellationToken) is [var found, ..] ? found : null;

    public async Task<TrackedIssue?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(HttpMethod.Get, $"{Flavor.Api}/issue/{Uri.EscapeDataString(key)}?fields=summary,status", content: null, patience: null, cancellationToken);
        if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
            return null;
        return answer is { IsSuccess: true, Json: JsonObject issue } ? Read(issue) : throw Failure(answer);
    }

    /// <summary>The issues among these that the robot may see.</summary>
    public Task<IReadOnlyList<TrackedIssue>> FindAllAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        SearchAsync($"key in ({string.Join(", ", keys.Select(Jql.Literal))})", keys.Count, patience: null, cancellationToken);

    public async Task<IReadOnlyList<TrackedIssue>> FindSimilarAsync(string project, string title, CancellationToken cancellationToken)
    {
        var words = Jql.Words(title);
        if (words.Length == 0)
            return [];
        try
        {
            var jql = $"project = {Jql.Literal(project)} AND statusCategory != Done AND summary ~ {Jql.Literal(words)} ORDER BY created DESC";
            return await SearchAsync(jql, most: 3, AdvicePatience, cancellationToken);
        }
        catch (TrackerException)
        {
            return [];
        }
    }

    public Task<IReadOnlyList<RequiredField>> GetRequiredFieldsAsync(string project, string issueType, CancellationToken cancellationToken) =>
        fields.GetRequiredAsync(Flavor, project, issueType, cancellationToken);

    public async Task AttachAsync(string key, string fileName, string contentType, Stream content, CancellationToken cancellationToken)
    {
        HttpContent Form()
        {
            var file = new StreamContent(content);
            file.Headers.TryAddWithoutValidation("Content-Type", contentType);
            file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{fileName.Replace('"', '_').ReplaceLineEndings("_")}\"");
            // Jira reads the name of a Chinese file as it is, not encoded.
            var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
            form.Add(file);
            return form;
        }
        var answer = await AskAsync(HttpMethod.Post, $"{Flavor.Api}/issue/{Uri.EscapeDataString(key)}/attachments", Form, patience: null, cancellationToken);
        if (!answer.IsSuccess)
            throw Failure(answer);
    }

    public async Task CommentAsync(string key, string text, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["body"] = Flavor.Text(text) };
        var answer = await AskAsync(HttpMethod.Post, $"{Flavor.Api}/issue/{Uri.EscapeDataString(key)}/comment", () => JiraConnection.Json(body), patience: null, cancellationToken);
        if (!answer.IsSuccess)
            throw Failure(answer);
    }

    public async Task<string?> WithdrawAsync(string key, string comment, CancellationToken cancellationToken)
    {
        var path = $"{Flavor.Api}/issue/{Uri.EscapeDataString(key)}/transitions";
        var known = await AskAsync(HttpMethod.Get, path, content: null, patience: null, cancellationToken);
        var ways = (known.Json?["transitions"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var way = Ends.Select(word => ways.FirstOrDefault(each =>
                $"{each["name"]} {each["to"]?["name"]}".Contains(word, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(found => found is not null);
        if (way is null)
        {
            await CommentAsync(key, comment, cancellationToken);
            return null;
        }
        var body = new JsonObject { ["transition"] = new JsonObject { ["id"] = (string?)way["id"] } };
        var answer = await AskAsync(HttpMethod.Post, path, () => JiraConnection.Json(body), patience: null, cancellationToken);
        if (!answer.IsSuccess)
            throw Failure(answer);
        try
        {
            await CommentAsync(key, comment, cancellationToken);
        }
        catch (TrackerException)
        {
            // It is closed, which is what was asked for; doing all of it again would only say so twice.
        }
        return (string?)way["to"]?["name"] ?? (string?)way["name"];
    }

    public async Task<PrefilledForm> PrefillAsync(NewIssue issue, int longest, CancellationToken cancellationToken) =>
        await form.FillAsync(Flavor, issue, Root(), longest, cancellationToken);

    /// <summary>Who changed an issue to a state last, as Jira calls people; null where it does not tell.</summary>
    public async Task<string?> FindChangerAsync(string key, string state, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await AskAsync(HttpMethod.Get, $"{Flavor.Api}/issue/{Uri.EscapeDataString(key)}?fields=status&expand=changelog", content: null, AdvicePatience, cancellationToken);
            var changes = (answer.Json?["changelog"]?["histories"] as JsonArray ?? []).OfType<JsonObject>()
                .Where(change => (change["items"] as JsonArray ?? []).OfType<JsonObject>().Any(item => (string?)item["field"] == "status" && (string?)item["toString"] == state));
            // Server lists the oldest change first, Cloud the newest.
            return changes.MaxBy(WhenMade)?["author"] is JsonObject author ? Flavor.NameOf(author) : null;
        }
        catch (Exception failure) when (failure is TrackerException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether Jira Server knows somebody by exactly this name. Advice: no answer is no.</summary>
    public async Task<bool> KnowsUserAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await AskAsync(HttpMethod.Get, $"{Flavor.Api}/user?{Flavor.UserQuery}={Uri.EscapeDataString(name)}", content: null, AdvicePatience, cancellationToken);
            return answer is { IsSuccess: true, Json: JsonObject user } && name.Equals(Flavor.NameOf(user), StringComparison.OrdinalIgnoreCase);
        }
        catch (TrackerException)
        {
            return false;
        }
    }

    /// <summary>How long a description becomes where it is written as Jira wants it.</summary>
    public int LengthOf(string text) => Flavor.LengthOf(text);

    /// <summary>The name that Jira knows an e-mail address by; null where it knows none.</summary>
    public async Task<string?> FindUserAsync(string email, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await AskAsync(HttpMethod.Get, $"{Flavor.Api}/user/search?{Flavor.UserQuery}={Uri.EscapeDataString(email)}", content: null, AdvicePatience, cancellationToken);
            var found = (answer.Json as JsonArray)?.OfType<JsonObject>()
                .FirstOrDefault(user => email.Equals((string?)user["emailAddress"], StringComparison.OrdinalIgnoreCase)) ?? ((answer.Json as JsonArray) is [JsonObject only] ? only : null);
            return found is null ? null : Flavor.NameOf(found);
        }
        catch (TrackerException)
        {
            return null;
        }
    }

    private string Describe(NewIssue issue) =>
        issue.Reporter is null ? $"{texts.Get("ReportedBy", ("name", issue.ReporterName))}\n\n{issue.Description}" : issue.Description;

    private static DateTimeOffset WhenMade(JsonObject change) =>
        DateTimeOffset.TryParse((string?)change["created"], CultureInfo.InvariantCulture, out var made) ? made : DateTimeOffset.MinValue;

    private CreateResult Judge(NewIssue issue, JiraAnswer answer)
    {
        if (answer is { IsSuccess: true, Json: JsonObject created } && (string?)created["key"] is { Length: > 0 } key)
            return new CreateResult.Created(new TrackedIssue(key, issue.Title, "", PageOf(key)));
        switch (answer.Status)
        {
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                return new CreateResult.AccountRefused(answer.Describe());
            case HttpStatusCode.TooManyRequests:
                return new CreateResult.NotTaken(answer.Describe(), Patience(answer.RetryAfter));
            case >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError when answer.Status != HttpStatusCode.RequestTimeout:
                var messages = answer.Messages.Count + answer.FieldErrors.Count > 0 ? answer.Messages : [answer.Describe()];
                return new CreateResult.Refused(answer.FieldErrors, messages);
            default:
                return new CreateResult.Broken(answer.Describe());
        }
    }

    /// <summary>What Jira asks for, within reason: a mistaken year would be a lost report.</summary>
    private static TimeSpan Patience(TimeSpan? asked) =>
        asked is not { } time || time <= TimeSpan.Zero ? TimeSpan.FromMinutes(1) : time < LongestPatience ? time : LongestPatience;

    private async Task<IReadOnlyList<TrackedIssue>> SearchAsync(string jql, int most, TimeSpan? patience, CancellationToken cancellationToken)
    {
        var path = $"{Flavor.Api}/{Flavor.Search}?maxResults={most}&fields=summary,status&jql={Uri.EscapeDataString(jql)}";
        var answer = await AskAsync(HttpMethod.Get, path, content: null, patience, cancellationToken);
        return answer is { IsSuccess: true, Json: JsonObject found } && found["issues"] is JsonArray issues
            ? [.. issues.OfType<JsonObject>().Select(Read)]
            : throw Failure(answer);
    }

    private async Task<JiraAnswer> AskAsync(HttpMethod method, string path, Func<HttpContent>? content, TimeSpan? patience, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.SendAsync(method, path, content, patience, cancellationToken);
        }
        catch (JiraSilentException silence)
        {
            throw new TrackerException(silence.Message, silence) { IsPassing = true };
        }
    }

    private static TrackerException Failure(JiraAnswer answer) => new(answer.Describe())
    {
        IsPassing = answer.Status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError,
    };

    private TrackedIssue Read(JsonObject issue)
    {
        var key = (string?)issue["key"] ?? "";
        return new TrackedIssue(key, (string?)issue["fields"]?["summary"] ?? "", (string?)issue["fields"]?["status"]?["name"] ?? "", PageOf(key));
    }

    private string PageOf(string key) => new Uri(Root(), $"browse/{Uri.EscapeDataString(key)}").AbsoluteUri;

    private Uri Root() => new(settings.Current.Tracker.BaseUrl!.AbsoluteUri.TrimEnd('/') + "/");
}
