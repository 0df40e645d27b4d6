namespace Hongyan.Calls;

/// <summary>Calls the platform as somebody: with an application's token, or with a robot's key.</summary>
internal interface IPlatformCaller
{
    /// <exception cref="PlatformException">Refused, or no usable answer.</exception>
    Task<T> SendAsync<T>(PlatformRequest request, Func<PlatformAnswer, CancellationToken, Task<T>> read, CancellationToken cancellationToken);
}
