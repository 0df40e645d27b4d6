namespace Hongyan.WeCom;

/// <summary>How far down a list of members goes.</summary>
public enum DepartmentDepth
{
    /// <summary>The department's own members.</summary>
    ItsOwn,

    /// <summary>Those of all departments below it, too.</summary>
    WithSubDepartments,
}
