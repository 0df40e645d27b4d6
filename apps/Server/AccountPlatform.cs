namespace Hongyan.Server;

/// <summary>A platform that an account can be of: how its accounts are added and mapped, and what the simulator beside has to know of them.</summary>
internal sealed record AccountPlatform
{
    /// <summary>Every platform by the name that <c>Accounts:{name}:Platform</c> has. One more platform is one more entry.</summary>
    public static IReadOnlyDictionary<string, AccountPlatform> All { get; } = new Dictionary<string, AccountPlatform>(StringComparer.Ordinal)
    {
        ["WeCom"] = new()
        {
            Add = (builder, account) => builder.AddWeCom(account.Name, account.Section),
            Map = (app, path, name) => app.MapWeCom(path, name),
            SimulatorSection = "Simulator:Apps",
            SimulatorKeys = ["CorpId", "AgentId", "Secret", "Token", "EncodingAESKey"],
        },
        ["OfficialAccount"] = new()
        {
            Add = (builder, account) => builder.AddOfficialAccount(account.Name, account.Section),
            Map = (app, path, name) => app.MapOfficialAccount(path, name),
            SimulatorSection = "Simulator:OfficialAccounts",
            SimulatorKeys = ["AppId", "Secret", "Token", "EncodingAESKey", "Mode", "Verified"],
        },
        ["WeComRobot"] = new()
        {
            Add = (builder, account) => builder.AddWeComRobot(account.Name, account.Section),
            Map = (app, path, name) => app.MapWeComRobot(path, name),
            SimulatorSection = "Simulator:Robots",
            SimulatorKeys = ["RobotId", "Token", "EncodingAESKey"],
        },
    };

    /// <summary>Adds an account to the application.</summary>
    public required Action<WebApplicationBuilder, ConfiguredAccount> Add { get; init; }

    /// <summary>Maps the callback address of an account.</summary>
    public required Func<WebApplication, string, string, Bot> Map { get; init; }

    /// <summary>Where the simulator reads such accounts from.</summary>
    public required string SimulatorSection { get; init; }

    /// <summary>The values of an account that the simulator has to have too.</summary>
    public required IReadOnlyList<string> SimulatorKeys { get; init; }
}
