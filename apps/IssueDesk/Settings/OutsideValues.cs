using Hongyan.IssueDesk.Trackers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;

namespace Hongyan.IssueDesk.Settings;

/// <summary>What environment and command line say, and what the whole configuration would be with other values in the console.</summary>
internal sealed class OutsideValues(IConfiguration configuration, ConsoleConfiguration console, IHostEnvironment environment)
{
    /// <summary>What sets a value, or anything below it, over the console; null where nothing does.</summary>
    public FixedValue? Find(string key)
    {
        var path = ConsoleConfiguration.PathOf(key);
        var fixing = Providers.SkipWhile(provider => provider != console).Skip(1).LastOrDefault(provider => Has(provider, path));
        return fixing switch
        {
            null => null,
            EnvironmentVariablesConfigurationProvider => new FixedValue(FixedOrigin.Environment, path.Replace(":", "__", StringComparison.Ordinal)),
            CommandLineConfigurationProvider => new FixedValue(FixedOrigin.CommandLine, $"--{path}"),
            _ => new FixedValue(FixedOrigin.Program, path),
        };
    }

    /// <summary>The options as they would be.</summary>
    /// <exception cref="InvalidOperationException">A value cannot be read, such as letters for a number.</exception>
    public IssueDeskOptions Try(ConsoleConfiguration candidate)
    {
        using var root = new ConfigurationRoot([.. Providers.Select(provider => provider == console ? (IConfigurationProvider)candidate : new Unchanged(provider))]);
        var options = new IssueDeskOptions();
        root.GetSection(IssueDeskOptions.Section).Bind(options);
        Complete(options, candidate);
        return options;
    }

    /// <summary>What stands in the options beside the configuration: the console's kinds of bugs, and a newcomer's tracker.</summary>
    public void Complete(IssueDeskOptions options, ConsoleConfiguration from)
    {
        from.Apply(options, Find(SettingKeys.Routes) is not null);
        if (options.Tracker.Kind == TrackerKind.None && environment.IsDevelopment())
            options.Tracker.Kind = TrackerKind.Demo;
    }

    private IEnumerable<IConfigurationProvider> Providers => ((IConfigurationRoot)configuration).Providers;

    private static bool Has(IConfigurationProvider provider, string path) => provider.TryGet(path, out _) || provider.GetChildKeys([], path).Any();

    /// <summary>A provider that is looked at and not loaded again, which a root does to every provider that it gets.</summary>
    private sealed class Unchanged(IConfigurationProvider inner) : IConfigurationProvider
    {
        public bool TryGet(string key, out string? value) => inner.TryGet(key, out value);

        public void Set(string key, string? value) => throw new NotSupportedException();

        public IChangeToken GetReloadToken() => new CancellationChangeToken(CancellationToken.None);

        public void Load()
        {
        }

        public IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath) => inner.GetChildKeys(earlierKeys, parentPath);
    }
}
