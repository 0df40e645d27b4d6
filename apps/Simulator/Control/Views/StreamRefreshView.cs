using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>One refresh of a stream.</summary>
/// <param name="Plaintext">The JSON inside the envelope.</param>
/// <param name="Attempt">The request and its answer; its number is that of the refresh.</param>
public sealed record StreamRefreshView(string Plaintext, AttemptView Attempt)
{
    /// <summary>Shows a refresh in the reader's language.</summary>
    public static StreamRefreshView Of(StreamRefresh refresh, Wording wording) => new(refresh.Plaintext, AttemptView.Of(refresh.Attempt, wording));
}
