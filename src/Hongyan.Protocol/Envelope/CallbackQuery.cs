namespace Hongyan.Protocol;

/// <summary>The query of a callback request as it arrived, URL-decoded once; null where the parameter is missing.</summary>
/// <param name="Signature"><c>msg_signature</c>: 40 lower-case hexadecimal characters that cover the ciphertext too.</param>
/// <param name="Timestamp"><c>timestamp</c>: Unix seconds.</param>
/// <param name="Nonce"><c>nonce</c>: a random string, digits in practice.</param>
/// <param name="Echo"><c>echostr</c>: only in a URL verification (GET); base64 ciphertext in WeCom, plaintext in an Official Account.</param>
public readonly record struct CallbackQuery(string? Signature, string? Timestamp, string? Nonce, string? Echo = null)
{
    /// <summary><c>signature</c>: what an Official Account signs every request with, body or ciphertext not included.</summary>
    public string? PlainSignature { get; init; }
}
