using Hongyan.Simulator.Resources;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>The simulator's own time.</summary>
internal static class ClockEndpoints
{
    public static void Map(RouteGroupBuilder sim)
    {
        sim.MapGet("/clock", Read).WithTags("world")
            .WithSummary("模拟器的时间。The simulator's time.");
        sim.MapPut("/clock", Move).WithTags("world")
            .WithSummary("把时间往前拨，或恢复真实时间。Moves the time forward, or back to the real time.")
            .WithDescription(
                "advanceSeconds、now、reset 三选一。消息时间、时间戳、access_token 和素材的有效期都随它走；投递的时限始终按真实时间。"
                + "One of advanceSeconds, now, reset. Times of messages, timestamps, tokens and media follow it; deadlines of deliveries stay in real time.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static ClockView Read(SimulatedClock clock) => ClockView.Of(clock);

    private static Results<Ok<ClockView>, ProblemHttpResult> Move(ClockChange change, SimulatedClock clock, Wording wording)
    {
        switch (change)
        {
            case { Reset: true, AdvanceSeconds: null, Now: null }:
                clock.Reset();
                break;
            case { AdvanceSeconds: { } seconds, Now: null, Reset: null }:
                if (Math.Abs(seconds) > SimulatedClock.MaxOffset.TotalSeconds || !clock.TryAdvance(TimeSpan.FromSeconds(seconds)))
                    return Refuse("advanceSeconds");
                break;
            case { Now: { } now, AdvanceSeconds: null, Reset: null }:
                if (!clock.TryAdvance(now - clock.Now))
                    return Refuse("now");
                break;
            default:
                return ControlProblem.Field(wording, "advanceSeconds", wording["Problem_ClockChoice"]);
        }
        return TypedResults.Ok(ClockView.Of(clock));

        ProblemHttpResult Refuse(string field) =>
            ControlProblem.Field(wording, field, wording["Problem_ClockBackward", SimulatedClock.MaxOffset.TotalDays]);
    }
}
