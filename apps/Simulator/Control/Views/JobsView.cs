using Hongyan.Simulator.OfficialAccount;

namespace Hongyan.Simulator.Control;

/// <summary>What ends later at a 公众号.</summary>
/// <param name="Settings">How long it takes, and how it ends.</param>
/// <param name="Mass">Mass sends, the newest first.</param>
/// <param name="Publications">Publications, the newest first.</param>
public sealed record JobsView(JobSettings Settings, IReadOnlyList<MassJob> Mass, IReadOnlyList<Publication> Publications);
