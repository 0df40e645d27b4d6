namespace Hongyan.Server;

/// <summary>One of the two hosts could not listen where it should.</summary>
internal sealed class ListenException(string address, string howToChange, Exception innerException)
    : Exception($"Cannot listen on {address}", innerException)
{
    public string Address { get; } = address;

    /// <summary>The argument that gives this host another address.</summary>
    public string HowToChange { get; } = howToChange;
}
