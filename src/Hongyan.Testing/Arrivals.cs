using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hongyan.Testing;

/// <summary>
/// Says when the bot has taken a delivery in and waits for something. A clock that a test moves is faster than any request: the platform's
/// next delivery must not overtake the one before.
/// </summary>
internal sealed class Arrivals : IStartupFilter
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _expected = new(StringComparer.Ordinal);

    /// <summary>Ends when the delivery with this nonce has arrived, or <see cref="End"/> is called.</summary>
    public Task Expect(string nonce) => _expected.GetOrAdd(nonce, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Says that the delivery is over, whether it arrived or not.</summary>
    public void End(string nonce)
    {
        if (_expected.TryRemove(nonce, out var arrival))
            arrival.TrySetResult();
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(WatchAsync);
        next(app);
    };

    private async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Query["nonce"] is not [{ } nonce] || !_expected.TryGetValue(nonce, out var arrival))
        {
            await next(context).ConfigureAwait(false);
            return;
        }
        // With the body at hand, nothing but the bot's own work is waited for.
        var body = new MemoryStream();
        await using var _ = body.ConfigureAwait(false);
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        body.Position = 0;
        context.Request.Body = body;
        var handled = next(context);
        arrival.TrySetResult();
        await handled.ConfigureAwait(false);
    }
}
