using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Hongyan.Simulator.Tests.Fakes;

/// <summary>A bot on a port of its own that answers what a test wants and remembers what it was sent.</summary>
internal sealed class FakeBot : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedCallback> _received = [];
    private readonly WebApplication _app;

    private FakeBot(WebApplication app) => _app = app;

    public string Url => _app.Urls.First() + "/bot";

    public IReadOnlyList<ReceivedCallback> Received => [.. _received];

    public static Task<FakeBot> StartAsync(BotAnswer answer) => StartAsync(_ => answer);

    public static Task<FakeBot> StartAsync(Func<ReceivedCallback, BotAnswer> answer) =>
        StartAsync((callback, _) => Task.FromResult(answer(callback)));

    public static async Task<FakeBot> StartAsync(Func<ReceivedCallback, CancellationToken, Task<BotAnswer>> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var bot = new FakeBot(builder.Build());
        bot._app.Run(context => bot.AnswerAsync(context, answer));
        await bot._app.StartAsync();
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context, Func<ReceivedCallback, CancellationToken, Task<BotAnswer>> answer)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var callback = new ReceivedCallback(
            context.Request.Method,
            context.Request.Path,
            context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
            context.Request.ContentType ?? "",
            await reader.ReadToEndAsync());
        _received.Enqueue(callback);

        var sent = await answer(callback, context.RequestAborted);
        context.Response.StatusCode = sent.Status;
        context.Response.ContentType = sent.ContentType;
        await context.Response.Body.WriteAsync(sent.Body);
    }
}
