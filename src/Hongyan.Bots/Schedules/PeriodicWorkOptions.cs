namespace Hongyan;

/// <summary>Who runs <see cref="IPeriodicWork"/>.</summary>
public sealed class PeriodicWorkOptions
{
    /// <summary>Whether a loop of this process runs it. A host that has a scheduler sets it to false and runs the work by that.</summary>
    /// <value>True.</value>
    public bool RunByLoop { get; set; } = true;
}
