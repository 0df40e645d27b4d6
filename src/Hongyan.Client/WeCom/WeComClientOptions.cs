namespace Hongyan.WeCom;

/// <summary>Which application of which corp calls, and where the platform is.</summary>
public sealed class WeComClientOptions
{
    /// <summary>The corp id (企业ID), such as <c>ww0123456789abcdef</c>.</summary>
    public required string CorpId { get; init; }

    /// <summary>The application's secret (Secret): 应用管理 → the application → Secret.</summary>
    public required string Secret { get; init; }

    /// <summary>The application's id (AgentId); null where none is known.</summary>
    public int? AgentId { get; init; }

    /// <summary>Where the platform's API is: scheme, host and port, without <c>/cgi-bin</c>.</summary>
    /// <value>https://qyapi.weixin.qq.com</value>
    public Uri ApiBaseAddress { get; init; } = new("https://qyapi.weixin.qq.com");

    /// <summary>How long a call waits for its whole answer.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an upload waits for its answer, and a download for its first byte.</summary>
    /// <value>5 minutes.</value>
    public TimeSpan TransferTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
