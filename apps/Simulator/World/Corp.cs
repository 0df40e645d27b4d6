namespace Hongyan.Simulator.World;

/// <summary>The company that is played (企业).</summary>
/// <param name="CorpId">企业ID.</param>
/// <param name="Name">As members see it.</param>
public sealed record Corp(string CorpId, string Name);
