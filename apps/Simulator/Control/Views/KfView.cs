using Hongyan.Simulator.OfficialAccount;

namespace Hongyan.Simulator.Control;

/// <summary>The customer service (客服) of a 公众号.</summary>
/// <param name="Servicers">客服账号.</param>
/// <param name="Sessions">Who talks with whom.</param>
/// <param name="Waiting">Who waits.</param>
public sealed record KfView(IReadOnlyList<KfAccount> Servicers, IReadOnlyList<KfSession> Sessions, IReadOnlyList<KfWaiting> Waiting);
