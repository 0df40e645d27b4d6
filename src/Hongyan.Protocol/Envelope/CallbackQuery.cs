namespace Hongyan.Protocol;

/// <summary>The query of a callback request as it arrived, URL-decoded once; null where the parameter is missing.</summary>
/// <param name="Signature"><c>msg_signature</c>: 40 lower-case hexadecimal characters.</param>
/// <param name="Timestamp"><c>timestamp</c>: Unix seconds.</param>
/// <param name="Nonce"><c>nonce</c>: a random string, digits in practice.</param>
/// <param name="Echo"><c>echostr</c>: base64 ciphertext; only in a URL verification (GET).</param>
public readonly record struct CallbackQuery(string? Signature, string? Timestamp, string? Nonce, string? Echo = null);
