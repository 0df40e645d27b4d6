namespace Hongyan.OfficialAccount;

/// <summary>
/// One Official Account (公众号), as its page 设置与开发 → 基本配置 shows it. Section <c>OfficialAccount</c>, or any other that is named to
/// <c>AddOfficialAccount(name, section)</c>.
/// </summary>
public sealed class OfficialAccountOptions
{
    /// <summary>The app id (AppID, 开发者ID), such as <c>wx0123456789abcdef</c>. Required.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The secret (AppSecret). Not needed for answering.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The Token of the server configuration (服务器配置): 3 to 32 letters and digits. Required.</summary>
    public string Token { get; set; } = "";

    /// <summary>The EncodingAESKey of the server configuration: 43 letters and digits. Required but in plaintext mode.</summary>
    public string EncodingAESKey { get; set; } = "";

    /// <summary>How messages are encrypted (消息加解密方式). It is enforced: a request in another mode is refused.</summary>
    /// <value>Safe. A test account (测试号) has Plaintext only.</value>
    public EncryptionMode Mode { get; set; } = EncryptionMode.Safe;

    /// <summary>
    /// Whether the platform has verified the account (微信认证), so that it may send messages by itself. What another one answers too late goes
    /// out on the platform's retries or with the person's next message.
    /// </summary>
    /// <value>false. A test account may send as well.</value>
    public bool Verified { get; set; }

    /// <summary>Where the platform's API is: scheme, host and port, without <c>/cgi-bin</c>.</summary>
    /// <value>https://api.weixin.qq.com; point it at the simulator to develop.</value>
    public Uri ApiBaseAddress { get; set; } = new("https://api.weixin.qq.com");

    /// <summary>Where the pages are that people see: web sign-in (网页授权) and the pictures of QR codes. Scheme, host and port.</summary>
    /// <value>null: the platform's own hosts; the simulator has these pages at the address of its API.</value>
    public Uri? WebBaseAddress { get; set; }

    /// <summary>Refuses callbacks whose timestamp is further from now than this.</summary>
    /// <value>null: the timestamp is not looked at, because a wrong clock must not lose messages.</value>
    public TimeSpan? MaxCallbackAge { get; set; }
}
