namespace Hongyan.Cli.Inspecting;

/// <summary>Whose payload it is, named as the configuration names an account's platform.</summary>
internal enum Platform
{
    /// <summary>企业微信: an application, a suite or the corp itself.</summary>
    WeCom,

    /// <summary>公众号, mini program or third-party platform.</summary>
    OfficialAccount,

    /// <summary>智能机器人.</summary>
    WeComRobot,
}
