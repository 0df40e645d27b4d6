namespace Hongyan.Simulator.World;

/// <summary>A department (部门). The root has id 1 and parent 0.</summary>
/// <param name="Id">Number.</param>
/// <param name="Name">部门名称; no two departments of one parent have the same.</param>
/// <param name="ParentId">The department above.</param>
/// <param name="Order">Larger comes first among those of one parent.</param>
/// <param name="NameEn">英文名称.</param>
public sealed record Department(int Id, string Name, int ParentId, long Order = 0, string NameEn = "")
{
    /// <summary>Number of the root, which is the company.</summary>
    public const int RootId = 1;
}
