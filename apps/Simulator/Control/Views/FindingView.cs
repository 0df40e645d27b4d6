using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>Something the simulator noticed.</summary>
/// <param name="Kind">Stable name for scripts.</param>
/// <param name="Code">Official code (-40001 …), where there is one.</param>
/// <param name="Message">The sentence for people.</param>
public sealed record FindingView(FindingKind Kind, int? Code, string Message)
{
    /// <summary>Shows a finding in the reader's language.</summary>
    public static FindingView Of(Finding finding, Wording wording) => new(finding.Kind, finding.Code, wording.Of(finding));
}
