namespace Hongyan.Testing;

/// <summary>Where something can be done.</summary>
[Flags]
internal enum ActionPlatform
{
    /// <summary>An application of WeCom (企业微信应用).</summary>
    WeCom = 1,

    /// <summary>An Official Account (公众号).</summary>
    OfficialAccount = 2,

    /// <summary>A robot of WeCom (智能机器人).</summary>
    Robot = 4,

    /// <summary>Wherever messages are XML.</summary>
    Xml = WeCom | OfficialAccount,
}
