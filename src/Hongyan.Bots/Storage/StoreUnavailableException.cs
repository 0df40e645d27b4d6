namespace Hongyan.Storage;

/// <summary>
/// The store cannot be written at the moment: locked, full, or gone. Nothing was written. A callback is answered with 503, so that the
/// platform delivers it again.
/// </summary>
public sealed class StoreUnavailableException(string message, Exception? innerException = null) : HongyanException(message, innerException);
