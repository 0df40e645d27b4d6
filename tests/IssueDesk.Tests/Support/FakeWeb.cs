using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hongyan.IssueDesk.Tests.Support;

/// <summary>A web server on a free port of this machine that answers what the test says.</summary>
internal sealed class FakeWeb : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Address, string Body, string Keys)> _requests = new();

    private FakeWeb(WebApplication app) => _app = app;

    public string Url { get; private set; } = "";

    /// <summary>What was asked: path and query, body, and the keys that proved who asks.</summary>
    public IReadOnlyList<(string Address, string Body, string Keys)> Requests => [.. _requests];

    /// <summary>The answer to an address (path and query): status and JSON.</summary>
    public Func<string, (int Status, string Json)> Answer { get; set; } = _ => (404, "{}");

    public static async Task<FakeWeb> StartAsync(Func<string, (int Status, string Json)> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = new FakeWeb(builder.Build()) { Answer = answer };
        web._app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var address = Uri.UnescapeDataString(http.Request.Path + http.Request.QueryString.Value);
            web._requests.Enqueue((address, await reader.ReadToEndAsync(http.RequestAborted), $"{http.Request.Headers.Authorization}{http.Request.Headers["X-QW-Api-Key"]}"));
            var (status, json) = web.Answer(address);
            http.Response.StatusCode = status;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(json, http.RequestAborted);
        });
        await web._app.StartAsync(TestContext.Current.CancellationToken);
        web.Url = web._app.Urls.Single();
        return web;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
