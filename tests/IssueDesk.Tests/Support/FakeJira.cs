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

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        var request = new JiraRequest(http.Request.Method, http.Request.Path, Uri.UnescapeDataString(http.Request.QueryString.Value ?? ""), text, http.Request.Headers.Authorization.ToString());
        _requests.Enqueue(request);
        if (request.Method == "POST" && request.Path.EndsWith("/issue", StringComparison.Ordinal))
        {
            if (_accidents.TryDequeue(out var accident))
                await accident(http, () => Task.FromResult(Create(request)));
            else
                await WriteAsync(http, 201, Create(request));
            return;
        }
        await (request.Path switch
        {
            var path when path.Contains("/search", StringComparison.Ordinal) => SearchAsync(http, request),
            var path when path.EndsWith("/issuetypes", StringComparison.Ordinal) => WriteAsync(http, 200, JsonNode.Parse("""{"values":[{"id":"10104","name":"Bug"}]}""")!),
            var path when path.Contains("/createmeta/", StringComparison.Ordinal) => WriteAsync(http, 200, new JsonObject { ["values"] = Fields.DeepClone() }),
            var path when path.EndsWith("/comment", StringComparison.Ordinal) || path.EndsWith("/attachments", StringComparison.Ordinal) => WriteAsync(http, 201, new JsonObject()),
            var path when path.EndsWith("/transitions", StringComparison.Ordinal) && request.Method == "GET" =>
                WriteAsync(http, 200, JsonNode.Parse("""{"transitions":[{"id":"4","name":"Start"},{"id":"5","name":"Close","to":{"name":"Closed"}}]}""")!),
            var path when path.EndsWith("/transitions", StringComparison.Ordinal) => WriteAsync(http, 204, null),
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
            _issues.Add(new JsonObject { ["id"] = $"{10000 + _issues.Count}", ["key"] = key, ["fields"] = shown });
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
                    || issue["fields"]!["labels"]!.AsArray().Any(label => request.Query.Contains($"labels = \"{label}\"", StringComparison.Ordinal)))
                : [];
            return WriteAsync(http, 200, new JsonObject { ["issues"] = new JsonArray([.. found.Select(issue => issue.DeepClone())]) });
        }
    }

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
