namespace Hongyan;

/// <summary>The platform understood the call and refused it: its answer has an <c>errcode</c> other than 0.</summary>
public sealed class PlatformApiException : PlatformException
{
    /// <summary>Names the endpoint, the code, what the platform says, and what to do.</summary>
    /// <param name="code">The platform's <c>errcode</c>.</param>
    /// <param name="endpoint">Verb and path without the query.</param>
    /// <param name="platformMessage">The platform's <c>errmsg</c>.</param>
    /// <param name="hint">What to do, in plain words; null where nothing better than the platform's text is known.</param>
    public PlatformApiException(int code, string endpoint, string platformMessage, string? hint = null)
        : base(endpoint, Describe(code, endpoint, platformMessage, hint), innerException: null)
    {
        Code = code;
        PlatformMessage = platformMessage;
        Hint = hint;
    }

    /// <summary>The platform's <c>errcode</c>, such as 40007.</summary>
    public int Code { get; }

    /// <summary>The platform's <c>errmsg</c> as it came; a token or secret inside is replaced by <c>***</c>.</summary>
    public string PlatformMessage { get; }

    /// <summary>What to do, in plain words, with the page of the admin console; null for a code that has no hint.</summary>
    public string? Hint { get; }

    private static string Describe(int code, string endpoint, string platformMessage, string? hint)
    {
        var text = $"{endpoint} was refused with {code}: {platformMessage}";
        return hint is null ? text : $"{text.TrimEnd('.')}. {hint}";
    }
}
