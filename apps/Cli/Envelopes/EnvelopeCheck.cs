using Hongyan.Cli.Resources;
using Hongyan.Protocol;

namespace Hongyan.Cli.Envelopes;

/// <summary>Opens an envelope, or says which of its parts is wrong: token, key, receiveid, or the request itself.</summary>
internal static class EnvelopeCheck
{
    /// <summary>The message inside.</summary>
    /// <param name="keys">What is believed of the account.</param>
    /// <param name="query">The query; without a signature none is checked.</param>
    /// <param name="encrypted">The ciphertext.</param>
    /// <exception cref="InputException">Something is wrong; the sentence says what, and what to do.</exception>
    public static byte[] Open(EnvelopeKeys keys, CallbackQuery query, string encrypted)
    {
        var opens = Ciphertext.TryOpen(keys.Key, encrypted, out var receiveId, out var message);
        if (query.Signature is { } signature)
            CheckSignature(keys, query, signature, encrypted, opens);
        if (!opens)
            throw new InputException(Texts.Get(query.Signature is null ? "Decrypt.WrongKeyOrChanged" : "Decrypt.WrongKey"));
        if (receiveId != keys.ReceiveId)
            throw new InputException(Texts.Get("Decrypt.WrongReceiveId", receiveId, keys.ReceiveId));
        return message;
    }

    private static void CheckSignature(EnvelopeKeys keys, CallbackQuery query, string signature, string encrypted, bool opens)
    {
        if (query.Timestamp is not { } timestamp || query.Nonce is not { } nonce)
            throw new InputException(Texts.Get("Decrypt.NoTimestampOrNonce"));
        if (IsSigned(keys.Token, timestamp, nonce, encrypted, signature))
            return;
        if (IsSigned(keys.Token, timestamp, nonce, encrypted.Replace(' ', '+'), signature))
            throw new InputException(Texts.Get("Decrypt.PlusBecameBlank"));
        if (IsSigned(keys.Token, timestamp, nonce, "", signature))
            throw new InputException(Texts.Get("Decrypt.PlainSignature"));
        // The key fits, so the ciphertext is whole, and only the token or the query can be wrong.
        throw new InputException(Texts.Get(opens ? "Decrypt.WrongToken" : "Decrypt.WrongTokenAndKey"));
    }

    private static bool IsSigned(string token, string timestamp, string nonce, string encrypted, string signature) =>
        SignatureVerifier.Sign(token, timestamp, nonce, encrypted).Equals(signature.Trim(), StringComparison.OrdinalIgnoreCase);
}
