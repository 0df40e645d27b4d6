using System.Globalization;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Reads <c>Simulator:Apps:{name}:{CallbackUrl, Token, EncodingAESKey, CorpId, AgentId, Secret, DisplayName}</c> over the sample apps.</summary>
internal static class ConfiguredApps
{
    private const int FirstFreeAgentId = 1000005;

    /// <summary>The sample apps as configured, then apps that only the configuration knows.</summary>
    /// <exception cref="SimulatorStartException">A value cannot be used; the message names its key.</exception>
    public static IReadOnlyList<WeComApp> Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Simulator:Apps");
        var apps = SampleApps.All.Select(app => Read(section.GetSection(app.Name), app)).ToList();

        foreach (var unknown in section.GetChildren().Where(child => apps.All(app => !IsNamed(app, child.Key))))
            apps.Add(Read(unknown, NewApp(unknown.Key, FirstFreeAgentId + apps.Count - SampleApps.All.Count)));
        return apps;
    }

    private static WeComApp Read(IConfigurationSection section, WeComApp defaults)
    {
        var app = defaults with
        {
            DisplayName = section["DisplayName"] ?? defaults.DisplayName,
            CorpId = section["CorpId"] ?? defaults.CorpId,
            AgentId = ReadAgentId(section, defaults.AgentId),
            Secret = section["Secret"] ?? defaults.Secret,
            Callback = new(
                section["CallbackUrl"] ?? defaults.Callback.CallbackUrl,
                section["Token"] ?? defaults.Callback.Token,
                section["EncodingAESKey"] ?? defaults.Callback.EncodingAESKey),
        };

        foreach (var (field, problem) in app.Callback.Validate())
            throw new SimulatorStartException($"{section.Path}:{field} cannot be used: {Explain(problem.Kind)}.");
        return app;
    }

    private static WeComApp NewApp(string name, int agentId)
    {
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new SimulatorStartException($"Simulator:Apps:{name}: the name of an app is letters, digits, - and _, because it stands in addresses.");
        if (string.Equals(name, ApiCaller.ContactsSync, StringComparison.OrdinalIgnoreCase))
            throw new SimulatorStartException($"Simulator:Apps:{name}: no app can have this name, it is that of 通讯录同步.");
        return new()
        {
            Name = name,
            DisplayName = name,
            CorpId = SampleWorld.Corp.CorpId,
            AgentId = agentId,
            Secret = CallbackSettings.RandomKey(),
            Callback = new($"http://127.0.0.1:5080/callback/{name}", CallbackSettings.RandomToken(), CallbackSettings.RandomKey()),
        };
    }

    private static int ReadAgentId(IConfigurationSection section, int fallback)
    {
        if (section["AgentId"] is not { } text)
            return fallback;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var agentId)
            ? agentId
            : throw new SimulatorStartException($"{section.Path}:AgentId cannot be used: it is a number such as 1000002.");
    }

    private static string Explain(FindingKind kind) => kind switch
    {
        FindingKind.SettingUrl => "it is an http or https address",
        FindingKind.SettingToken => "it is 1 to 32 letters and digits",
        _ => "it is 43 letters and digits",
    };

    private static bool IsNamed(WeComApp app, string name) => string.Equals(app.Name, name, StringComparison.OrdinalIgnoreCase);
}
