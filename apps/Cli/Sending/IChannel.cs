namespace Hongyan.Cli.Sending;

/// <summary>A way to people: an application of WeCom, an Official Account, or a group robot.</summary>
internal interface IChannel
{
    /// <summary>Whose errcodes it answers with.</summary>
    Inspecting.Platform Platform { get; }

    /// <summary>Sends one thing.</summary>
    /// <param name="content">What.</param>
    /// <param name="cuts">Whether text that is too long is cut, not refused.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="InputException">This channel has no such thing, or a file cannot be read.</exception>
    /// <exception cref="HongyanException">A limit is passed, the platform refuses, or it is not reached.</exception>
    Task<SendReport> SendAsync(MessageContent content, bool cuts, CancellationToken cancellationToken);
}
