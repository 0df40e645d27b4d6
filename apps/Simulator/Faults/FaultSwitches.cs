using Hongyan.Simulator.Live;

namespace Hongyan.Simulator.Faults;

/// <summary>Which faults are switched on, for each app, and which message they meet. A count goes down by one with each message or event.</summary>
public sealed class FaultSwitches(LiveFeed feed)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, IReadOnlyList<Fault>> _active = [];
    private readonly Dictionary<(string App, string Member), TaskCompletionSource> _held = [];

    /// <summary>What is switched on.</summary>
    public IReadOnlyList<Fault> Read(string app)
    {
        lock (_lock)
            return _active.GetValueOrDefault(app, []);
    }

    /// <summary>Switches exactly these on. A message that waits for the next one leaves when nothing is to change places any more.</summary>
    public void Set(string app, IReadOnlyList<Fault> faults)
    {
        List<TaskCompletionSource> released = [];
        lock (_lock)
        {
            _active[app] = faults;
            if (!faults.Any(fault => fault.Kind == FaultKind.OutOfOrder))
                released = TakeHeld(key => key.App == app);
        }
        released.ForEach(message => message.TrySetResult());
        feed.Publish(new AppFaults(app, faults));
    }

    /// <summary>Switches everything off, for all apps.</summary>
    public void Clear()
    {
        List<TaskCompletionSource> released;
        lock (_lock)
        {
            _active.Clear();
            released = TakeHeld(_ => true);
        }
        released.ForEach(message => message.TrySetResult());
    }

    /// <summary>Decides what goes wrong with the member's next message, and counts it.</summary>
    internal FaultPlan Meet(string app, string member)
    {
        FaultPlan plan;
        lock (_lock)
        {
            var key = (app, member);
            if (_held.Remove(key, out var overtaken))
            {
                // The second of two that change places uses up none of the count: the pair counts once.
                plan = new([.. Take(app, fault => fault.Kind != FaultKind.OutOfOrder), new() { Kind = FaultKind.OutOfOrder }], Task.CompletedTask, overtaken);
            }
            else
            {
                var faults = Take(app, _ => true);
                var turn = Task.CompletedTask;
                if (faults.Any(fault => fault.Kind == FaultKind.OutOfOrder))
                    turn = (_held[key] = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
                plan = new(faults, turn, null);
            }
        }
        if (plan.Faults.Any(fault => fault.Messages is not null))
            feed.Publish(new AppFaults(app, Read(app)));
        return plan;
    }

    /// <summary>A message that nobody overtook waits no longer.</summary>
    internal void GiveUpWaiting(string app, string member, FaultPlan plan)
    {
        lock (_lock)
        {
            if (_held.TryGetValue((app, member), out var message) && message.Task == plan.Turn)
                _held.Remove((app, member));
        }
    }

    private List<Fault> Take(string app, Predicate<Fault> meets)
    {
        var active = _active.GetValueOrDefault(app, []);
        var taken = active.Where(fault => meets(fault)).ToList();
        _active[app] = [.. active
            .Select(fault => meets(fault) && fault.Messages is { } messages ? fault with { Messages = messages - 1 } : fault)
            .Where(fault => fault.Messages is not 0)];
        return taken;
    }

    private List<TaskCompletionSource> TakeHeld(Predicate<(string App, string Member)> which)
    {
        var keys = _held.Keys.Where(key => which(key)).ToList();
        return [.. keys.Select(key =>
        {
            _held.Remove(key, out var message);
            return message!;
        })];
    }
}
