namespace Hongyan.Simulator.WeCom;

/// <summary>A self-built app of the company (自建应用), with everything its pages in the console show.</summary>
public sealed record WeComApp
{
    /// <summary>The name in addresses of the simulator, for example <c>demo</c>.</summary>
    public required string Name { get; init; }

    /// <summary>应用名称, as members see it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>企业ID; also the receiveid inside the envelope.</summary>
    public required string CorpId { get; init; }

    /// <summary>AgentId.</summary>
    public required int AgentId { get; init; }

    /// <summary>Secret.</summary>
    public required string Secret { get; init; }

    /// <summary>接收消息: where callbacks go and how they are sealed.</summary>
    public required CallbackSettings Callback { get; init; }

    /// <summary>The command that starts the bot of a sample app; empty when nobody can know.</summary>
    public string StartCommand { get; init; } = "";
}
