using Hongyan.Simulator.Live;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>Puts everything back to what it was at start.</summary>
internal sealed class SimulatorReset(
    DeliveryEngine engine, RobotDeliveries robotDeliveries, LoadRuns runs, LaterWork later, IEnumerable<StateReset> parts, LiveFeed feed)
{
    public async Task RunAsync()
    {
        // First what is under way ends, so that nothing is written into what has been reset.
        await engine.CancelAllAsync();
        await robotDeliveries.CancelAllAsync();
        await runs.ClearAsync();
        later.Clear();
        foreach (var part in parts)
            part.Run();
        feed.Publish(null);
    }
}
