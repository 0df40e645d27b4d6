using System.Text;

namespace Hongyan.Protocol;

/// <summary>Checks one of the signatures that a query may carry.</summary>
internal static class QuerySignature
{
    /// <param name="token">The account's Token.</param>
    /// <param name="parameter">What the signature is called in the query.</param>
    /// <param name="signature">The signature; null where it is missing.</param>
    /// <param name="query">The timestamp and nonce that it covers.</param>
    /// <param name="encrypted">The ciphertext that it covers; empty where it covers none.</param>
    /// <returns>A result without a message.</returns>
    public static EnvelopeResult Verify(
        ReadOnlySpan<byte> token, string parameter, string? signature, in CallbackQuery query, ReadOnlySpan<byte> encrypted)
    {
        if (string.IsNullOrEmpty(signature))
            return EnvelopeResult.Failed(CallbackError.ParseFailed, $"{parameter} is missing");
        if (string.IsNullOrEmpty(query.Timestamp))
            return EnvelopeResult.Failed(CallbackError.ParseFailed, "timestamp is missing");
        if (string.IsNullOrEmpty(query.Nonce))
            return EnvelopeResult.Failed(CallbackError.ParseFailed, "nonce is missing");

        Span<byte> given = stackalloc byte[SignatureVerifier.SignatureLength];
        using var parts = new QueryBytes(query.Timestamp, query.Nonce, stackalloc byte[RentedBytes.StackSize]);
        if (signature.Length != SignatureVerifier.SignatureLength
            || Encoding.ASCII.GetBytes(signature, given) != given.Length
            || !SignatureVerifier.Verify(token, parts.Timestamp, parts.Nonce, encrypted, given))
            return EnvelopeResult.Failed(CallbackError.SignatureMismatch, $"{parameter} does not fit: wrong Token, or the request was changed on its way");

        return EnvelopeResult.Opened(default);
    }
}
