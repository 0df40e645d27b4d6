namespace Hongyan.WeCom;

/// <summary>Whether a member uses WeCom (激活状态). A number that the platform adds later is kept as it is.</summary>
public enum UserStatus
{
    /// <summary>The platform did not say.</summary>
    Unknown = 0,

    /// <summary>已激活.</summary>
    Active = 1,

    /// <summary>已禁用.</summary>
    Disabled = 2,

    /// <summary>未激活.</summary>
    NotActivated = 4,

    /// <summary>退出企业.</summary>
    Left = 5,
}
