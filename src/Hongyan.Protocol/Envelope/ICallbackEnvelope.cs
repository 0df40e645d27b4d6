using System.Buffers;

namespace Hongyan.Protocol;

/// <summary>
/// What stands around the messages of one account: a platform signs and encrypts in its own way, the way through it is the same. Hostile
/// input is a result, never an exception. Safe to share between threads.
/// </summary>
public interface ICallbackEnvelope
{
    /// <summary>Whether <c>echostr</c> is ciphertext, so that what <see cref="VerifyUrl"/> gives was a secret before.</summary>
    bool EncryptsEcho { get; }

    /// <summary>The Content-Type of what <see cref="Seal"/> writes.</summary>
    string ContentType { get; }

    /// <summary>Answers a URL verification (GET): the message of the result is the body to return, as it stands.</summary>
    EnvelopeResult VerifyUrl(in CallbackQuery query);

    /// <summary>Whether a callback (POST) is the platform's.</summary>
    /// <param name="query">The query of the request.</param>
    /// <param name="body">The body as it arrived.</param>
    /// <param name="content">What <see cref="Decrypt"/> takes; empty where the callback is refused.</param>
    /// <returns>A result without a message.</returns>
    EnvelopeResult Verify(scoped in CallbackQuery query, ReadOnlySpan<byte> body, out ReadOnlySpan<byte> content);

    /// <summary>What a callback says that was verified.</summary>
    /// <param name="content">From <see cref="Verify"/>.</param>
    EnvelopeResult Decrypt(ReadOnlySpan<byte> content);

    /// <summary>Writes an answer as the platform takes it, signed over the timestamp and nonce given where it is signed at all.</summary>
    /// <param name="message">The reply (UTF-8).</param>
    /// <param name="timestamp">Unix seconds; the request's own will do.</param>
    /// <param name="nonce">Any string; the request's own will do.</param>
    /// <param name="output">Receives the body of the response.</param>
    void Seal(ReadOnlySpan<byte> message, string timestamp, string nonce, IBufferWriter<byte> output);
}
