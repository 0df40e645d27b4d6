using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>A self-built app of the company (自建应用), with everything its pages in the console show.</summary>
public sealed record WeComApp
{
    /// <summary>What an app may call unless somebody says otherwise.</summary>
    public static IReadOnlySet<ApiModule> EverydayModules { get; } = Enum.GetValues<ApiModule>().Where(module => module != ApiModule.ContactsWrite).ToHashSet();

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

    /// <summary>可见范围: who sees the app.</summary>
    /// <value>The whole company.</value>
    public VisibleScope Scope { get; init; } = VisibleScope.Everybody;

    /// <summary>What the app may call.</summary>
    /// <value>Everything but changing the contacts.</value>
    public IReadOnlySet<ApiModule> Modules { get; init; } = EverydayModules;

    /// <summary>What else the app's page in the console holds.</summary>
    public AgentSettings Settings { get; init; } = new();

    /// <summary>The command that starts the bot of a sample app; empty when nobody can know.</summary>
    public string StartCommand { get; init; } = "";
}
