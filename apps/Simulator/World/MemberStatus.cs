namespace Hongyan.Simulator.World;

/// <summary>激活状态, by the platform's numbers.</summary>
public enum MemberStatus
{
    /// <summary>已激活.</summary>
    Active = 1,

    /// <summary>已禁用.</summary>
    Disabled = 2,

    /// <summary>未激活: invited, never signed in.</summary>
    NotActivated = 4,

    /// <summary>退出企业.</summary>
    Left = 5,
}
