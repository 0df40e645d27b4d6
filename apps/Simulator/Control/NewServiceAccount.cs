namespace Hongyan.Simulator.Control;

/// <summary>A customer service account to add.</summary>
public sealed record NewServiceAccount
{
    /// <summary>Name of the app that gets it.</summary>
    public string App { get; init; } = "";

    /// <summary>As customers see it, 1 to 16 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>UserIDs of those who serve it.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];
}
