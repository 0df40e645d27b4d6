namespace Hongyan.Simulator.Api;

/// <summary>What a token that a call brings is worth.</summary>
internal enum TokenState
{
    /// <summary>It is good.</summary>
    Good,

    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It was never issued.</summary>
    Unknown,

    /// <summary>A newer one took its place, or it was taken away.</summary>
    Replaced,

    /// <summary>Its two hours are over.</summary>
    Expired,
}
