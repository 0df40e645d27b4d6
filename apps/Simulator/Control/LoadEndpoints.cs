using System.Text.Json;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Hongyan.Simulator.Control;

/// <summary>Load and chaos: many messages of many people, and what became of each.</summary>
internal static class LoadEndpoints
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;
    private const int LinesAtOnce = 500;

    public static void Map(RouteGroupBuilder sim)
    {
        sim.MapPost("/apps/{app}/load", Start).WithTags("load")
            .WithSummary("开始一次压测：许多人发许多条消息，每次投递都有平台的五秒和重试。Starts a load run.")
            .WithDescription(
                "{\"messages\":1000,\"people\":50,\"rate\":200,\"copies\":3,\"shuffled\":true,\"lostPercent\":5,\"latePercent\":5}。"
                + "rate：每秒开始几次投递，不写则尽快；texts 里的 {n} 是编号，回复里带上 #{n} 就能对上；copies：每条投递几遍；lostPercent：请求丢失；latePercent：处理了但超过五秒才应答。"
                + "这些消息不进会话和投递记录；一次只能有一个在跑。Its messages stay out of the conversations; one run at a time.")
            .Produces<LoadRunView>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        var load = sim.MapGroup("/load").WithTags("load");
        load.MapGet("", (LoadRuns runs) => runs.All.Select(LoadRunView.Of))
            .WithSummary("最近的压测，从新到旧。The last runs, newest first.")
            .Produces<IEnumerable<LoadRunView>>();
        load.MapGet("/{id:int}", Read)
            .WithSummary("一次压测的进度：状态码、被动回复、主动消息、放弃的条数。Where a run stands.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        load.MapPost("/{id:int}/stop", StopAsync)
            .WithSummary("停下，等进行中的投递结束。Stops a run.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        load.MapGet("/{id:int}/messages", ReadMessages)
            .WithSummary("每条消息的结果：请求、状态码、回复。What became of each message.")
            .WithDescription("from：从第几条起，默认 1；limit：1–1000，默认 100。from: the first number, 1 by default. limit: 1 to 1000, 100 by default.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        load.MapGet("/{id:int}/messages.jsonl", Download)
            .WithSummary("全部结果，一行一条 JSON，可下载。All of them, a line of JSON each.")
            .Produces<string>(StatusCodes.Status200OK, "application/jsonl")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Accepted<LoadRunView>, ProblemHttpResult> Start(string app, LoadPlan plan, SimulatedWorld world, LoadRuns runs, Wording wording)
    {
        if (world.FindApp(app) is not { } found)
            return ControlProblem.NoApp(wording, app);
        if (plan.FindInvalid() is { } field)
            return ControlProblem.Field(wording, field, wording[$"Problem_Load_{field}"]);
        return runs.Start(found, plan) is { } run
            ? TypedResults.Accepted($"{ControlApi.Prefix}/load/{run.Id}", LoadRunView.Of(run))
            : ControlProblem.Of(wording, StatusCodes.Status409Conflict, "Problem_LoadBusy", "Problem_LoadBusy_Detail");
    }

    private static Results<Ok<LoadRunView>, ProblemHttpResult> Read(int id, LoadRuns runs, Wording wording) =>
        runs.Find(id) is { } run ? TypedResults.Ok(LoadRunView.Of(run)) : NoRun(wording, id);

    private static async Task<Results<Ok<LoadRunView>, ProblemHttpResult>> StopAsync(int id, LoadRuns runs, Wording wording)
    {
        if (runs.Find(id) is not { } run)
            return NoRun(wording, id);
        await runs.StopAsync(run);
        return TypedResults.Ok(LoadRunView.Of(run));
    }

    private static Results<Ok<IEnumerable<LoadMessageView>>, ProblemHttpResult> ReadMessages(
        int id, LoadRuns runs, Wording wording, int from = 1, int limit = DefaultLimit)
    {
        if (runs.Find(id) is not { } run)
            return NoRun(wording, id);
        if (limit is < 1 or > MaxLimit)
            return ControlProblem.Field(wording, "limit", wording["Problem_Limit", MaxLimit]);
        if (from < 1 || from > run.Plan.Messages)
            return ControlProblem.Field(wording, "from", wording["Problem_Load_from", run.Plan.Messages]);
        var numbers = Enumerable.Range(from, Math.Min(limit, run.Plan.Messages - from + 1));
        return TypedResults.Ok(numbers.Select(number => LoadMessageView.Of(run, number)));
    }

    private static Results<PushStreamHttpResult, ProblemHttpResult> Download(int id, LoadRuns runs, Wording wording, IOptions<JsonOptions> json, HttpContext context)
    {
        if (runs.Find(id) is not { } run)
            return NoRun(wording, id);
        var options = json.Value.SerializerOptions;
        return TypedResults.Stream(stream => WriteLinesAsync(run, stream, options, context.RequestAborted), "application/jsonl", $"load-{id}.jsonl");
    }

    /// <summary>A few lines at a time, so that a hundred thousand of them are never in memory at once.</summary>
    private static async Task WriteLinesAsync(LoadRun run, Stream stream, JsonSerializerOptions options, CancellationToken cancellationToken)
    {
        using var lines = new MemoryStream();
        for (var number = 1; number <= run.Plan.Messages; number++)
        {
            await JsonSerializer.SerializeAsync(lines, LoadMessageView.Of(run, number), options, cancellationToken);
            lines.WriteByte((byte)'\n');
            if (number % LinesAtOnce != 0 && number != run.Plan.Messages)
                continue;
            await stream.WriteAsync(lines.GetBuffer().AsMemory(0, (int)lines.Length), cancellationToken);
            lines.SetLength(0);
        }
    }

    private static ProblemHttpResult NoRun(Wording wording, int id) =>
        ControlProblem.Of(wording, StatusCodes.Status404NotFound, "Problem_NoLoad", "Problem_NoLoad_Detail", id);
}
