using Hongyan.Simulator;

namespace Hongyan.Server;

/// <summary>One of the two hosts could not listen where it should. The message says why and what to do, Chinese first.</summary>
internal sealed class ListenException : Exception
{
    private ListenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Recognizes a failure to listen; null when <paramref name="failure"/> is something else.</summary>
    /// <param name="failure">What starting the host threw.</param>
    /// <param name="addresses">Where it was to listen, divided by semicolons.</param>
    /// <param name="argument">The argument that gives this host another address.</param>
    /// <param name="port">A port to try instead; the next hundred where it is among those that failed.</param>
    public static ListenException? Of(Exception failure, string addresses, string argument, int port)
    {
        var other = addresses.Contains($":{port}", StringComparison.Ordinal) ? port + 100 : port;
        return StartFailure.Explain(failure, addresses.Split(';', StringSplitOptions.RemoveEmptyEntries), $"{argument} http://127.0.0.1:{other}") is { } sentences
            ? new ListenException(sentences, failure)
            : null;
    }
}
