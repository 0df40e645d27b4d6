using Hongyan.IssueDesk.Routes;
using Microsoft.Extensions.Configuration;

namespace Hongyan.IssueDesk.Settings;

/// <summary>
/// What the console has set, as a source of the configuration: over the files, under the environment and the command line. It is empty
/// until the store is open.
/// </summary>
internal sealed class ConsoleConfiguration : ConfigurationProvider, IConfigurationSource
{
    /// <summary>The kinds of bugs as the console has them; null where it has none. A list is taken whole: by index, two lists would mix.</summary>
    public IReadOnlyList<BugRoute>? Routes { get; private set; }

    /// <summary>The full name of a setting in the configuration.</summary>
    public static string PathOf(string key) => $"{IssueDeskOptions.Section}:{key}";

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>Puts the source behind the last file.</summary>
    public void AddTo(IConfigurationBuilder configuration)
    {
        var files = configuration.Sources.OfType<FileConfigurationSource>().LastOrDefault();
        configuration.Sources.Insert(files is null ? 0 : configuration.Sources.IndexOf(files) + 1, this);
    }

    /// <summary>Takes other values; whoever looks at the configuration sees them from now on.</summary>
    /// <param name="values">By key below the section, in plain text.</param>
    public void Take(IReadOnlyDictionary<string, string> values)
    {
        Set(values);
        OnReload();
    }

    /// <summary>A source of the same place with other values, to see what they would do.</summary>
    public static ConsoleConfiguration Of(IReadOnlyDictionary<string, string> values)
    {
        var source = new ConsoleConfiguration();
        source.Set(values);
        return source;
    }

    /// <summary>Gives the options the console's kinds of bugs, unless they are set from outside.</summary>
    public void Apply(IssueDeskOptions options, bool areRoutesFixed)
    {
        if (Routes is not { } routes || areRoutesFixed)
            return;
        options.Routes.Clear();
        foreach (var route in routes)
            options.Routes.Add(route);
    }

    private void Set(IReadOnlyDictionary<string, string> values)
    {
        Routes = values.TryGetValue(SettingKeys.Routes, out var routes) ? RouteList.Read(routes) : null;
        Data = values.Where(value => value.Key != SettingKeys.Routes)
            .ToDictionary(value => PathOf(value.Key), value => (string?)value.Value, StringComparer.OrdinalIgnoreCase);
    }
}
