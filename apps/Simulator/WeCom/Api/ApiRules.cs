namespace Hongyan.Simulator.WeCom;

/// <summary>What the platform checks before a call: the verb, the token, what its holder is let into, and whether the body is JSON.</summary>
internal sealed record ApiRules
{
    /// <summary>GET or POST.</summary>
    public required string Method { get; init; }

    /// <summary>What the caller needs; null: any token will do.</summary>
    public ApiModule? Module { get; init; }

    /// <summary>Whether access_token has to be good; the calls that need none bring a secret or a key.</summary>
    public bool NeedsToken { get; init; } = true;

    /// <summary>Whether the body is a JSON object.</summary>
    public bool ReadsJson { get; init; }
}
