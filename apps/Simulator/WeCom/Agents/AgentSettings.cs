namespace Hongyan.Simulator.WeCom;

/// <summary>What an app's page in the console holds beside its callback settings; agent/set changes it.</summary>
public sealed record AgentSettings
{
    /// <summary>应用介绍.</summary>
    public string Description { get; init; } = "";

    /// <summary>应用头像; empty: the simulator draws one.</summary>
    public string LogoUrl { get; init; } = "";

    /// <summary>可信域名: host, and port where it is not the usual one. This machine's own addresses are trusted without it.</summary>
    public string TrustedDomain { get; init; } = "";

    /// <summary>上报地理位置: 0 never, 1 when the app is opened.</summary>
    public int ReportLocationFlag { get; init; }

    /// <summary>上报用户进入应用.</summary>
    public bool ReportsEntering { get; init; }

    /// <summary>应用主页.</summary>
    public string HomeUrl { get; init; } = "";
}
