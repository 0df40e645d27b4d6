namespace Hongyan.Simulator.World;

/// <summary>A tag of the contacts (标签): members and whole departments.</summary>
/// <param name="Id">tagid.</param>
/// <param name="Name">标签名; no two are the same.</param>
/// <param name="UserIds">Members that have it themselves.</param>
/// <param name="DepartmentIds">Departments all of whose members have it.</param>
public sealed record Tag(int Id, string Name, IReadOnlyList<string> UserIds, IReadOnlyList<int> DepartmentIds);
