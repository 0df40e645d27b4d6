using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Live;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Hongyan.Simulator.Control;

/// <summary>Server-sent events: what happens, at once.</summary>
internal static class LiveEndpoint
{
    public static void Map(RouteGroupBuilder sim) => sim.MapGet("/events", Listen).WithTags("live")
        .WithSummary("实时事件（text/event-stream）：message、delivery、faults、callFaults、clock、call、menu、contacts、service、customer、follower、stream、reset。Live events.")
        .WithDescription(
            "先收到 ready；断线重连后请重新读取会话，中间的事件不补发。call 不带请求体和回答，它们在 GET /sim/calls。"
            + "Starts with ready. After a reconnect read the conversation again: what happened in between is not repeated.")
        .Produces(StatusCodes.Status200OK, contentType: "text/event-stream");

    private static ServerSentEventsResult<string> Listen(
        LiveFeed feed, Wording wording, IOptions<JsonOptions> json, IHostApplicationLifetime lifetime, HttpContext context)
    {
        // Kestrel would wait for open streams when it stops.
        var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.RegisterForDispose(ended);
        return TypedResults.ServerSentEvents(
            ReadAsync(feed.Listen(ended.Token), wording, json.Value.SerializerOptions, ended.Token));
    }

    private static async IAsyncEnumerable<SseItem<string>> ReadAsync(
        IAsyncEnumerable<SimulatorEvent> happenings, Wording wording, JsonSerializerOptions json,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new SseItem<string>("{}", "ready");
        await foreach (var happening in happenings.WithCancellation(cancellationToken))
        {
            var (name, view) = happening.Subject switch
            {
                ChatMessage message => ("message", (object)MessageView.Of(message, wording)),
                Delivery delivery => ("delivery", DeliveryView.Of(delivery, wording)),
                AppFaults faults => ("faults", AppFaultsView.Of(faults, wording)),
                CallerFaults faults => ("callFaults", faults),
                // Whoever wants the bodies reads them; a program that sends to thousands would fill every stream with them.
                ApiCall call => ("call", ApiCallView.Of(call, wording) with { RequestBody = null, ResponseBody = null }),
                ServiceChange service => ("service", service),
                FollowerChange change => ("follower", new { change.Account, change.Follower.OpenId, change.Follower.IsFollowing }),
                CustomerChange customer => ("customer", customer),
                StreamProgress stream => ("stream", StreamView.Of(stream, wording) with { Latest = [] }),
                AppMenuChange menu => ("menu", menu),
                Contacts => ("contacts", new { }),
                SimulatedClock clock => ("clock", ClockView.Of(clock)),
                _ => ("reset", new { }),
            };
            yield return new SseItem<string>(JsonSerializer.Serialize(view, json), name)
            {
                EventId = happening.Id.ToString(CultureInfo.InvariantCulture),
            };
        }
    }
}
