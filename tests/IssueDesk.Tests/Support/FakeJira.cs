using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan.IssueDesk.Tests.Support;

/// <summary>A Jira on a free port of this machine: it keeps issues, and fails in the ways that real ones do.</summary>
internal sealed class FakeJira : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Func<Task>, Task>> _accidents = new();
    private readonly ConcurrentQueue<JiraRequest> _requests = new();
    private readonly List<JsonObject> _issues = [];
    private readonly Lock _lock = new();

    private FakeJira(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public string Url { get; private set; } = "";

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<JiraRequest> Requests => [.. _requests];

    /// <summary>Requests that would create an issue.</summary>
    public IReadOnlyList<JiraRequest> Posts => [.. _requests.Where(request => request.Method == "POST" && request.Path.EndsWith("/issue", StringComparison.Ordinal))];

    /// <summary>The issues that it has.</summary>
    public IReadOnlyList<JsonObject> Issues
    {
        get
        {
            lock (_lock)
                return [.. _issues];
        }
    }

    /// <summary>Whether searches find what is there; an index that is behind finds nothing.</summary>
    public bool IsIndexed { get; set; } = true;

    /// <summary>What a search answers instead of its result; null: the result.</summary>
    public int? SearchStatus { get; set; }

    /// <summary>What createmeta answers for the fields of an issue type.</summary>
    public JsonArray Fields { get; set; } = [];

    /// <summary>People that it knows: the name (Server) or the account id (Cloud), and the e-mail address.</summary>
    public Dictionary<string, string> People { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Ways between states: their ids, and the states that they lead to.</summary>
    public Dictionary<string, string> Transitions { get; } = new(StringComparer.Ordinal) { ["4"] = "In Progress", ["5"] = "Closed" };

    /// <summary>Answers anything but a creation instead, where it gives a status.</summary>
    public Func<JiraRequest, int?> Refuses { get; set; } = _ => null;

    /// <summary>What happens before a request is answered.</summary>
    public Func<JiraRequest, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>What was attached: the issue, and the form that was sent.</summary>
    public IReadOnlyList<JiraRequest> Attachments => [.. _requests.Where(request => request.Path.EndsWith("/attachments", StringComparison.Ordinal))];

    /// <summary>What was said at issues: Server's text, or Cloud's document.</summary>
    public IReadOnlyList<JiraRequest> Comments => [.. _requests.Where(request => request.Path.EndsWith("/comment", StringComparison.Ordinal))];

    public static async Task<FakeJira> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var jira = new FakeJira(app);
        app.Run(jira.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        jira.Url = app.Urls.Single();
        return jira;
    }

    /// <summary>The kinds of Jira that the desk knows.</summary>
    public static TheoryData<string> Kinds => ["JiraServer", "JiraCloud"];

    /// <summary>The settings of a desk that uses it.</summary>
    public (string Key, string Value)[] Settings(string kind = "JiraServer", params (string Key, string Value)[] more) =>
    [
        ("IssueDesk:Tracker:Kind", kind), ("IssueDesk:Tracker:BaseUrl", Url), ("IssueDesk:Tracker:User", "robot"), ("IssueDesk:Tracker:Token", "s3cret-of-jira"),
        ("IssueDesk:Administrators:0", "admin"), .. more,
    ];

    /// <summary>The next request that creates has this happen to it: before, instead of or after creating.</summary>
    public void NextPost(Func<HttpContext, Func<Task>, Task> accident) => _accidents.Enqueue(accident);

    /// <summary>The next request that creates is answered with this, and creates nothing.</summary>
    public void NextPostAnswers(int status, string body, string contentType = "application/json", (string Name, string Value)? header = null) => NextPost(async (http, _) =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        if (header is var (name, value))
            http.Response.Headers[name] = value;
        await http.Response.WriteAsync(body, http.RequestAborted);
    });

    /// <summary>The next request creates, and then the connection breaks before the answer.</summary>
    public void NextPostDropsItsAnswer() => NextPost(async (http, create) =>
    {
        await create();
        http.Abort();
    });

    /// <summary>The next request creates at once, and is answered when the task ends.</summary>
    public void NextPostWaits(Task until) => NextPost(async (http, create) =>
    {
        await create();
        await until.WaitAsync(http.RequestAborted);
        await WriteAsync(http, 201, new JsonObject { ["key"] = (string)Issues[^1]["key"]! });
    });

    /// <summary>Somebody puts an issue into another state.</summary>
    public void Change(string key, string state, string by)
    {
        lock (_lock)
        {
            var issue = _issues.Single(each => (string?)each["key"] == key);
            issue["fields"]!["status"] = new JsonObject { ["name"] = state };
            issue["changelog"]!["histories"]!.AsArray().Add(new JsonObject
            {
                ["author"] = new JsonObject { ["name"] = by, ["accountId"] = by },
                ["created"] = $"2026-01-05T09:00:{issue["changelog"]!["histories"]!.AsArray().Count:00}.000+0800",
                ["items"] = new JsonArray(new JsonObject { ["field"] = "status", ["toString"] = state }),
            });
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        var request = new JiraRequest(http.Request.Method, http.Request.Path, Uri.UnescapeDataString(http.Request.QueryString.Value ?? ""), text, http.Request.Headers.Authorization.ToString());
        _requests.Enqueue(request);
        await Before(request);
        if (request.Method == "POST" && request.Path.EndsWith("/issue", StringComparison.Ordinal))
        {
            if (_accidents.TryDequeue(out var accident))
                await accident(http, () => Task.FromResult(Create(request)));
            else
                await WriteAsync(http, 201, Create(request));
            return;
        }
        if (Refuses(request) is { } refusal)
        {
            await WriteAsync(http, refusal, null);
            return;
        }
        await (request.Path switch
        {
            var path when path.EndsWith("/user/search", StringComparison.Ordinal) => WriteAsync(http, 200, new JsonArray(
                [.. People.Where(person => request.Query.Contains(person.Value, StringComparison.Ordinal)).Select(person => (JsonNode)Person(person))])),
            var path when path.EndsWith("/user", StringComparison.Ordinal) => People.FirstOrDefault(person => request.Query.EndsWith($"={person.Key}", StringComparison.OrdinalIgnoreCase)) is { Key: not null } known
                ? WriteAsync(http, 200, Person(known))
                : WriteAsync(http, 404, JsonNode.Parse("""{"errorMessages":["The user does not exist"]}""")!),
            var path when path.Contains("/project/", StringComparison.Ordinal) => WriteAsync(http, 200, JsonNode.Parse("""{"id":"10000","key":"CRM","issueTypes":[{"id":"10104","name":"Bug"}]}""")!),
            var path when path.EndsWith("/priority", StringComparison.Ordinal) => WriteAsync(http, 200, JsonNode.Parse("""[{"id":"2","name":"High"},{"id":"3","name":"Medium"}]""")!),
            var path when path.Contains("/search", StringComparison.Ordinal) => SearchAsync(http, request),
            var path when path.EndsWith("/issuetypes", StringComparison.Ordinal) => WriteAsync(http, 200, JsonNode.Parse("""{"values":[{"id":"10104","name":"Bug"}]}""")!),
            var path when path.Contains("/createmeta/", StringComparison.Ordinal) => WriteAsync(http, 200, new JsonObject { ["values"] = Fields.DeepClone() }),
            var path when path.EndsWith("/comment", StringComparison.Ordinal) || path.EndsWith("/attachments", StringComparison.Ordinal) => WriteAsync(http, 201, new JsonObject()),
            var path when path.EndsWith("/transitions", StringComparison.Ordinal) && request.Method == "GET" =>
                WriteAsync(http, 200, new JsonObject { ["transitions"] = new JsonArray([.. Transitions.Select(way => (JsonNode)new JsonObject { ["id"] = way.Key, ["name"] = "Step", ["to"] = new JsonObject { ["name"] = way.Value } })]) }),
            var path when path.EndsWith("/transitions", StringComparison.Ordinal) => TransitAsync(http, request),
            var path when path.Contains("/issue/", StringComparison.Ordinal) => FindAsync(http, request),
            var path when path.EndsWith("/myself", StringComparison.Ordinal) => WriteAsync(http, 200, JsonNode.Parse("""{"name":"robot","displayName":"Robot"}""")!),
            _ => WriteAsync(http, 404, JsonNode.Parse("""{"errorMessages":["not found"]}""")!),
        });
    }

    private JsonObject Create(JiraRequest request)
    {
        lock (_lock)
        {
            var fields = JsonNode.Parse(request.Body)!["fields"]!.AsObject();
            var key = string.Create(CultureInfo.InvariantCulture, $"{fields["project"]!["key"]}-{_issues.Count + 1}");
            var shown = fields.DeepClone().AsObject();
            shown["status"] = new JsonObject { ["name"] = "Open" };
            _issues.Add(new JsonObject { ["id"] = $"{10000 + _issues.Count}", ["key"] = key, ["fields"] = shown, ["changelog"] = new JsonObject { ["histories"] = new JsonArray() } });
            return new JsonObject { ["id"] = $"{10000 + _issues.Count - 1}", ["key"] = key };
        }
    }

    private Task SearchAsync(HttpContext http, JiraRequest request)
    {
        if (SearchStatus is { } status)
            return WriteAsync(http, status, null);
        lock (_lock)
        {
            var found = IsIndexed
                ? _issues.Where(issue => request.Query.Contains($"\"{issue["key"]}\"", StringComparison.Ordinal)
                    || request.Query.Contains($"summary ~ \"{issue["fields"]!["summary"]}\"", StringComparison.Ordinal)
                    || issue["fields"]!["labels"]!.AsArray().Any(label => request.Query.Contains($"labels = \"{label}\"", StringComparison.Ordinal)))
                : [];
            return WriteAsync(http, 200, new JsonObject { ["issues"] = new JsonArray([.. found.Select(issue => issue.DeepClone())]) });
        }
    }

    private Task TransitAsync(HttpContext http, JiraRequest request)
    {
        var key = request.Path.Split('/')[^2];
        Change(key, Transitions[(string)JsonNode.Parse(request.Body)!["transition"]!["id"]!], by: "robot");
        return WriteAsync(http, 204, null);
    }

    private static JsonObject Person(KeyValuePair<string, string> person) =>
        new() { ["name"] = person.Key, ["accountId"] = person.Key, ["displayName"] = person.Key, ["emailAddress"] = person.Value };

    private Task FindAsync(HttpContext http, JiraRequest request)
    {
        lock (_lock)
        {
            return _issues.FirstOrDefault(issue => request.Path.EndsWith($"/{issue["key"]}", StringComparison.Ordinal)) is { } issue
                ? WriteAsync(http, 200, issue.DeepClone())
                : WriteAsync(http, 404, JsonNode.Parse("""{"errorMessages":["Issue Does Not Exist"]}""")!);
        }
    }

    private static Task WriteAsync(HttpContext http, int status, JsonNode? body)
    {
        http.Response.StatusCode = status;
        if (body is null)
            return Task.CompletedTask;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }
}
