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

    /// <summary>Where members sign in to web pages (网页授权登录): scheme, host and port. The simulator has these pages at its own address.</summary>
    /// <value>null: the platform's two hosts, https://open.weixin.qq.com and https://login.work.weixin.qq.com.</value>
    public Uri? SignInBaseAddress { get; init; }

    /// <summary>How long a call waits for its whole answer, all tries together.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an upload waits for its answer, and a download for its first byte.</summary>
    /// <value>5 minutes.</value>
    public TimeSpan TransferTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How often a call that failed for the moment is made again, after pauses that grow: the platform is busy (-1, 45033) or was not
    /// reached; a call that only reads also after a broken connection or a status from 500. A call that may have taken effect is never repeated.
    /// </summary>
    /// <value>3; 0 turns it off.</value>
    public int Retries { get; init; } = 3;

    /// <summary>The application's id, for calls that name it.</summary>
    internal int RequireAgentId() =>
        AgentId ?? throw new InvalidOperationException("Set AgentId: this call names the application (应用管理 → the application → AgentId).");
}
