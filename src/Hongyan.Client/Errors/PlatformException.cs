namespace Hongyan;

/// <summary>
/// A call to a platform failed: it was refused (<see cref="PlatformApiException"/>), or there was no usable answer
/// (<see cref="PlatformUnavailableException"/>). Holds neither the access token nor the secret.
/// </summary>
public abstract class PlatformException : HongyanException
{
    private protected PlatformException(string endpoint, string message, Exception? innerException)
        : base(message, innerException) => Endpoint = endpoint;

    /// <summary>Verb and path without the query, such as <c>POST /cgi-bin/media/upload</c>.</summary>
    public string Endpoint { get; }
}
