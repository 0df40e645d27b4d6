namespace Hongyan.Simulator.Faults;

/// <summary>What goes wrong with one message, decided when it is sent.</summary>
/// <param name="Faults">The faults that meet it.</param>
/// <param name="Turn">Ends when the message may leave: at once, unless it lets the next one pass.</param>
/// <param name="Overtaken">The message that this one passes; it leaves when this one has ended.</param>
internal sealed record FaultPlan(IReadOnlyList<Fault> Faults, Task Turn, TaskCompletionSource? Overtaken)
{
    /// <summary>All kinds that meet the message.</summary>
    public IReadOnlyList<FaultKind> Kinds => [.. Faults.Select(fault => fault.Kind)];

    /// <summary>Whether this kind meets the message.</summary>
    public bool Has(FaultKind kind) => Faults.Any(fault => fault.Kind == kind);

    /// <summary>The kinds that meet this attempt.</summary>
    public IReadOnlyList<FaultKind> At(int attempt) =>
        [.. Faults.Where(fault => fault.IsOfRequest && attempt <= fault.Attempts).Select(fault => fault.Kind)];
}
