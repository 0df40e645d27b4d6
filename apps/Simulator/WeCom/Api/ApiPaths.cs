namespace Hongyan.Simulator.WeCom;

/// <summary>Which calls of the platform's API an app can make, for a list to choose from. Filled while they are mapped.</summary>
internal sealed class ApiPaths
{
    private readonly SortedSet<string> _all = new(StringComparer.Ordinal) { PlatformApi.Prefix + "/gettoken" };

    /// <summary>The paths in their order.</summary>
    public IEnumerable<string> All => _all;

    /// <summary>Adds the path of a call, such as <c>/tag/create</c>.</summary>
    public void Add(string path) => _all.Add(PlatformApi.Prefix + path);
}
