namespace Hongyan.Simulator.Live;

/// <summary>Something that pages and scripts are told at once.</summary>
/// <param name="Id">Counts up.</param>
/// <param name="Subject">A ChatMessage that was added, a Delivery that changed, an ApiCall that was answered,
/// the AppFaults, the CallerFaults, the SimulatedClock, the Contacts or the AppMenuChange that were set, a ServiceChange, CustomerChange or FollowerChange, a StreamProgress that was refreshed,
/// or null: everything was reset.</param>
public sealed record SimulatorEvent(long Id, object? Subject);
