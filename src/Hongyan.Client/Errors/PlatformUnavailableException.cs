using System.Net;

namespace Hongyan;

/// <summary>There was no usable answer: the platform was not reached, was too slow, or something else answered in its place.</summary>
public sealed class PlatformUnavailableException : PlatformException
{
    /// <summary>Says what happened instead of an answer.</summary>
    /// <param name="endpoint">Verb and path without the query.</param>
    /// <param name="message">A sentence with the endpoint and what happened.</param>
    /// <param name="mayHaveTakenEffect">False only where the request certainly did not arrive, or only reads.</param>
    /// <param name="statusCode">The HTTP status, where there was one.</param>
    /// <param name="innerException">The cause.</param>
    public PlatformUnavailableException(
        string endpoint, string message, bool mayHaveTakenEffect, HttpStatusCode? statusCode = null, Exception? innerException = null)
        : base(endpoint, message, innerException)
    {
        MayHaveTakenEffect = mayHaveTakenEffect;
        StatusCode = statusCode;
    }

    /// <summary>
    /// Whether the platform may have done what was asked, so that repeating the call could do it twice. Such a call is not repeated by
    /// the client; false where the request certainly did not arrive, or only reads.
    /// </summary>
    public bool MayHaveTakenEffect { get; }

    /// <summary>The HTTP status, where there was one.</summary>
    public HttpStatusCode? StatusCode { get; }
}
