namespace Hongyan.Simulator.Api;

/// <summary>A call of a platform's API: what is checked before it, and who answers it.</summary>
internal sealed record ApiRules
{
    /// <summary>Whose API it is.</summary>
    public required ApiPlatform Platform { get; init; }

    /// <summary>GET or POST.</summary>
    public required string Method { get; init; }

    /// <summary>Whether the caller is let in; null: whoever has a token is.</summary>
    public Func<ApiCaller, bool>? Allows { get; init; }

    /// <summary>Whether access_token has to be good; the calls that need none bring a secret or a key.</summary>
    public bool NeedsToken { get; init; } = true;

    /// <summary>Whether the body is a JSON object.</summary>
    public bool ReadsJson { get; init; }

    /// <summary>Answers. Made at the first call: a hundred handlers take a second of processor time to compile, and most starts need a few of them.</summary>
    public required Lazy<RequestDelegate> Handler { get; init; }
}
