using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>All faults of an app, those that are switched off too.</summary>
public sealed record AppFaultsView(string App, IReadOnlyList<FaultView> Faults)
{
    /// <summary>Shows them in the reader's language.</summary>
    public static AppFaultsView Of(AppFaults faults, Wording wording) => new(
        faults.App,
        [.. Enum.GetValues<FaultKind>().Select(kind => FaultView.Of(kind, faults.Active.FirstOrDefault(fault => fault.Kind == kind), wording))]);
}
