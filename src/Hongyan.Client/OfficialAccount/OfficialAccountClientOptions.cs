namespace Hongyan.OfficialAccount;

/// <summary>Which Official Account calls, and where the platform is.</summary>
public sealed class OfficialAccountClientOptions
{
    /// <summary>The app id (AppID), such as <c>wx0123456789abcdef</c>.</summary>
    public required string AppId { get; init; }

    /// <summary>The secret (AppSecret): 设置与开发 → 基本配置.</summary>
    public required string Secret { get; init; }

    /// <summary>Where the platform's API is: scheme, host and port, without <c>/cgi-bin</c>.</summary>
    /// <value>https://api.weixin.qq.com</value>
    public Uri ApiBaseAddress { get; init; } = new("https://api.weixin.qq.com");

    /// <summary>Where the pages are that people see in a browser: signing in, and the pictures of QR codes. In development a simulator.</summary>
    /// <value>null: open.weixin.qq.com and mp.weixin.qq.com.</value>
    public Uri? WebBaseAddress { get; init; }

    /// <summary>How long a call waits for its whole answer, all tries together.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an upload waits for its answer, and a download for its first byte.</summary>
    /// <value>5 minutes.</value>
    public TimeSpan TransferTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How often a call that failed for the moment is made again, after pauses that grow: the platform is busy (-1) or was not reached; a call
    /// that only reads also after a broken connection or a status from 500. A call that may have taken effect is never repeated.
    /// </summary>
    /// <value>3; 0 turns it off.</value>
    public int Retries { get; init; } = 3;
}
