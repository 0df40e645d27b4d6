namespace Hongyan.Simulator.World;

/// <summary>性别, by the platform's numbers.</summary>
public enum MemberGender
{
    /// <summary>未定义.</summary>
    Unknown = 0,

    /// <summary>男.</summary>
    Male = 1,

    /// <summary>女.</summary>
    Female = 2,
}
