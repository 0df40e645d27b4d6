using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>A load run as it stands now.</summary>
/// <param name="Id">Number of the run.</param>
/// <param name="App">Name of the app.</param>
/// <param name="State">How far it has got.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When its last delivery ended.</param>
/// <param name="Plan">What was asked for.</param>
/// <param name="Counts">Where it stands. Answers by the active API go on being counted after its end, until the next run of the app.</param>
public sealed record LoadRunView(int Id, string App, LoadState State, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, LoadPlan Plan, LoadCounts Counts)
{
    /// <summary>Shows a run.</summary>
    internal static LoadRunView Of(LoadRun run) => new(run.Id, run.App, run.State, run.StartedAt, run.EndedAt, run.Plan, run.Count());
}
