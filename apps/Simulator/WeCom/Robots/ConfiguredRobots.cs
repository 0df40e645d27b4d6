using System.Security.Cryptography;

namespace Hongyan.Simulator.WeCom;

/// <summary>Reads <c>Simulator:Robots:{name}:{CallbackUrl, Token, EncodingAESKey, RobotId, DisplayName}</c> over the sample robots.</summary>
internal static class ConfiguredRobots
{
    /// <summary>The sample robots as configured, then robots that only the configuration knows.</summary>
    /// <exception cref="SimulatorStartException">A value cannot be used; the message names its key.</exception>
    public static IReadOnlyList<WeComRobot> Read(IConfiguration configuration, IReadOnlyList<WeComApp> apps)
    {
        var section = configuration.GetSection("Simulator:Robots");
        // Conversations, deliveries and faults are kept by name, for both kinds: an app that is called like a sample takes its place.
        var robots = SampleRobots.All.Where(robot => !apps.Any(app => IsNamed(app.Name, robot.Name)))
            .Select(robot => Read(section.GetSection(robot.Name), robot)).ToList();
        foreach (var unknown in section.GetChildren().Where(child => robots.All(robot => !IsNamed(robot.Name, child.Key))))
            robots.Add(Read(unknown, NewRobot(unknown.Key, apps)));
        return robots;
    }

    private static WeComRobot Read(IConfigurationSection section, WeComRobot defaults)
    {
        var robot = defaults with
        {
            DisplayName = section["DisplayName"] ?? defaults.DisplayName,
            RobotId = section["RobotId"] ?? defaults.RobotId,
            Callback = new(
                section["CallbackUrl"] ?? defaults.Callback.CallbackUrl,
                section["Token"] ?? defaults.Callback.Token,
                section["EncodingAESKey"] ?? defaults.Callback.EncodingAESKey),
        };
        foreach (var (field, _) in robot.Callback.Validate())
            throw new SimulatorStartException($"{section.Path}:{field} cannot be used.");
        return robot;
    }

    private static WeComRobot NewRobot(string name, IReadOnlyList<WeComApp> apps)
    {
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new SimulatorStartException($"Simulator:Robots:{name}: the name of a robot is letters, digits, - and _, because it stands in addresses.");
        if (apps.Any(app => IsNamed(app.Name, name)))
            throw new SimulatorStartException($"Simulator:Robots:{name}: there is an app of this name.");
        return new()
        {
            Name = name,
            DisplayName = name,
            RobotId = "aib" + RandomNumberGenerator.GetHexString(24, lowercase: true),
            Callback = new($"http://127.0.0.1:5080/callback/{name}", CallbackSettings.RandomToken(), CallbackSettings.RandomKey()),
        };
    }

    private static bool IsNamed(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
