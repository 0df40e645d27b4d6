namespace Hongyan.Protocol;

/// <summary>The message inside an envelope, or the reason why there is none. Never an exception: hostile input is normal input.</summary>
public readonly record struct EnvelopeResult
{
    private EnvelopeResult(CallbackError error, string reason, ReadOnlyMemory<byte> message)
    {
        Error = error;
        Reason = reason;
        Message = message;
    }

    /// <summary>The official code; <see cref="CallbackError.None"/> when the envelope was opened.</summary>
    public CallbackError Error { get; }

    /// <summary>One English sentence for the log; holds nothing of the request. Empty on success.</summary>
    public string Reason { get; }

    /// <summary>The decrypted message (UTF-8). Empty on failure.</summary>
    public ReadOnlyMemory<byte> Message { get; }

    /// <summary>Whether the envelope was opened.</summary>
    public bool Succeeded => Error == CallbackError.None;

    internal static EnvelopeResult Opened(ReadOnlyMemory<byte> message) => new(CallbackError.None, "", message);

    internal static EnvelopeResult Failed(CallbackError error, string reason) => new(error, reason, default);
}
