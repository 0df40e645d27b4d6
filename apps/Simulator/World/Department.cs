namespace Hongyan.Simulator.World;

/// <summary>A department (部门). The root has id 1 and parent 0.</summary>
public sealed record Department(int Id, string Name, int ParentId);
