namespace Hongyan.Simulator.Api;

/// <summary>Which calls there are, by their path. Both platforms may have one at the same path. Filled while they are mapped.</summary>
internal sealed class ApiPaths
{
    private readonly SortedDictionary<string, List<ApiRules>> _calls = new(StringComparer.Ordinal);

    /// <summary>The paths of a platform in their order, for a list to choose from.</summary>
    public IEnumerable<string> Of(ApiPlatform platform) => _calls.Where(call => call.Value.Any(rules => rules.Platform == platform)).Select(call => call.Key);

    /// <summary>Adds a call; the calls at its path, itself included.</summary>
    /// <param name="path">Such as <c>/cgi-bin/tag/create</c>.</param>
    /// <param name="rules">The call.</param>
    public IReadOnlyList<ApiRules> Add(string path, ApiRules rules)
    {
        if (!_calls.TryGetValue(path, out var calls))
            _calls.Add(path, calls = []);
        calls.Add(rules);
        return calls;
    }
}
