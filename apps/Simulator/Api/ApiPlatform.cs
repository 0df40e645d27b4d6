namespace Hongyan.Simulator.Api;

/// <summary>What a platform answers to a call that it does not carry out, whatever the call. One of the two decides, by the token.</summary>
internal sealed record ApiPlatform
{
    /// <summary>access_token is missing.</summary>
    public required ApiError NoToken { get; init; }

    /// <summary>The token was never issued.</summary>
    public required ApiError WrongToken { get; init; }

    /// <summary>The token was replaced by a newer one, or taken away before its time.</summary>
    public required ApiError ReplacedToken { get; init; }

    /// <summary>The token's two hours are over.</summary>
    public required ApiError ExpiredToken { get; init; }

    /// <summary>The call is a GET.</summary>
    public required ApiError NotGet { get; init; }

    /// <summary>The call is a POST.</summary>
    public required ApiError NotPost { get; init; }

    /// <summary>The body is no JSON object, or a field has another type.</summary>
    public required ApiError WrongJson { get; init; }

    /// <summary>The caller is not let into this part of the API.</summary>
    public required ApiError Forbidden { get; init; }

    /// <summary>What any call can meet, for a list to choose from.</summary>
    public required IReadOnlyList<ApiError> OfAnyCall { get; init; }

    /// <summary>Whether a fault with this code takes the caller's tokens away: otherwise the next fetch would hand out the very token that is called bad.</summary>
    public required Func<int, bool> SpoilsTokens { get; init; }

    /// <summary>Counts a call against the quota of its day; an answer where that is used up. Null: the platform counts none.</summary>
    public Func<HttpContext, ApiCaller, ApiAnswer?>? Spend { get; init; }

    /// <summary>Writes errmsg.</summary>
    public required Func<ApiError, HttpContext, string> Explain { get; init; }

    /// <summary>The error of this code as any call can meet it; of another code, the number alone.</summary>
    public ApiError Of(int code) => OfAnyCall.FirstOrDefault(error => error.Code == code) ?? new(code, "simulated error");

    /// <summary>What is wrong with a token; null: nothing.</summary>
    public ApiError? Of(TokenState state) => state switch
    {
        TokenState.Good => null,
        TokenState.Missing => NoToken,
        TokenState.Replaced => ReplacedToken,
        TokenState.Expired => ExpiredToken,
        _ => WrongToken,
    };
}
