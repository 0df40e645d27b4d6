using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>A fault, switched on or not.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="IsOn">Whether it is switched on.</param>
/// <param name="Messages">How many more messages it meets; null until it is switched off.</param>
/// <param name="Attempts">How many attempts of each message it meets.</param>
/// <param name="PerAttempt">Whether <paramref name="Attempts"/> can be set.</param>
/// <param name="Name">For people.</param>
/// <param name="Effect">What happens, in a sentence.</param>
public sealed record FaultView(FaultKind Kind, bool IsOn, int? Messages, int Attempts, bool PerAttempt, string Name, string Effect)
{
    /// <summary>Shows a fault in the reader's language.</summary>
    public static FaultView Of(FaultKind kind, Fault? active, Wording wording) => new(
        kind, active is not null, active?.Messages, active?.Attempts ?? 1, new Fault { Kind = kind }.IsOfRequest,
        wording[$"Fault_{kind}"], wording[$"FaultEffect_{kind}"]);
}
