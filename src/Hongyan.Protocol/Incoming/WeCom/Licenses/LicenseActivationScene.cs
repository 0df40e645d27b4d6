namespace Hongyan.WeCom;

/// <summary>What gave rise to an automatic activation of interface licences. A number that the platform adds later is kept as it is.</summary>
public enum LicenseActivationScene
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>企业成员主动访问应用.</summary>
    MemberVisit = 1,

    /// <summary>服务商调用消息推送接口.</summary>
    Push = 2,

    /// <summary>服务商调用互通接口.</summary>
    ExternalContactCall = 3,
}
