using System.Text.RegularExpressions;

namespace Hongyan.Server;

/// <summary>One entry of <c>Accounts:{name}</c>.</summary>
/// <param name="Name">The name; also the last part of the callback address.</param>
/// <param name="Section">The section that holds its values.</param>
/// <param name="Platform">Its platform, such as <c>WeCom</c>.</param>
public sealed partial record ConfiguredAccount(string Name, string Section, string Platform)
{
    /// <summary>Reads all accounts.</summary>
    /// <exception cref="HongyanStartupException">HY1011: a name or a platform cannot be used.</exception>
    public static IReadOnlyList<ConfiguredAccount> ReadAll(IConfiguration configuration) =>
        [.. configuration.GetSection("Accounts").GetChildren().Select(Read)];

    private static ConfiguredAccount Read(IConfigurationSection section)
    {
        if (!UsableName().IsMatch(section.Key))
            throw new HongyanStartupException("HY1011", $"The account name '{section.Key}' cannot stand in a callback address; use letters, digits, '-' and '_'.");

        var platform = section["Platform"];
        if (!AccountPlatform.All.ContainsKey(platform ?? ""))
        {
            var known = string.Join(" and ", AccountPlatform.All.Keys.Order(StringComparer.Ordinal));
            throw new HongyanStartupException("HY1011", string.IsNullOrEmpty(platform)
                ? $"{section.Path}:Platform is missing; this version knows {known}."
                : $"{section.Path}:Platform is '{platform}'; this version knows {known}.");
        }
        return new ConfiguredAccount(section.Key, section.Path, platform!);
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex UsableName();
}
