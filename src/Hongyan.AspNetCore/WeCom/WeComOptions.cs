namespace Hongyan.WeCom;

/// <summary>
/// One application of a corp (企业微信自建应用), as its pages in the admin console show it. Section <c>WeCom</c>, or any other that is
/// named to <c>AddWeCom(name, section)</c>.
/// </summary>
public sealed class WeComOptions
{
    /// <summary>The corp id (企业ID), such as <c>ww0123456789abcdef</c>: 我的企业 → 企业信息. Required.</summary>
    public string CorpId { get; set; } = "";

    /// <summary>The application's id (AgentId). Not needed for answering.</summary>
    public int? AgentId { get; set; }

    /// <summary>The application's secret (Secret). Not needed for answering.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The Token of the application's 接收消息 page: up to 32 letters and digits. Required.</summary>
    public string Token { get; set; } = "";

    /// <summary>The EncodingAESKey of the application's 接收消息 page: 43 letters and digits. Required.</summary>
    public string EncodingAESKey { get; set; } = "";

    /// <summary>Where the platform's API is: scheme, host and port, without <c>/cgi-bin</c>.</summary>
    /// <value>https://qyapi.weixin.qq.com; point it at the simulator to develop.</value>
    public Uri ApiBaseAddress { get; set; } = new("https://qyapi.weixin.qq.com");

    /// <summary>Where members sign in to web pages (网页授权登录): scheme, host and port.</summary>
    /// <value>null: the platform's own hosts; the simulator has these pages at the address of its API.</value>
    public Uri? SignInBaseAddress { get; set; }

    /// <summary>Refuses callbacks whose timestamp is further from now than this.</summary>
    /// <value>null: the timestamp is not looked at, because a wrong clock must not lose messages.</value>
    public TimeSpan? MaxCallbackAge { get; set; }
}
