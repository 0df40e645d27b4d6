namespace Hongyan.Protocol;

/// <summary>
/// What is wrong with a callback. The numbers are those of the platforms' own crypto library, so that a log line
/// can be looked up in the official table (全局返回码 -40001 … -40011).
/// </summary>
public enum CallbackError
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>The signature does not belong to these values: wrong token (Token), or the request was changed on its way.</summary>
    SignatureMismatch = -40001,

    /// <summary>A part is missing or the envelope is not the XML that the platform sends.</summary>
    ParseFailed = -40002,

    /// <summary>The EncodingAESKey is not 43 characters of base64.</summary>
    IllegalAesKey = -40004,

    /// <summary>Decrypted, but meant for another corp or app (receiveid 不一致).</summary>
    ReceiveIdMismatch = -40005,

    /// <summary>The ciphertext is empty or not a whole number of AES blocks, so it cannot have been made with this scheme.</summary>
    DecryptFailed = -40007,

    /// <summary>Decrypted, but the length field does not fit the buffer: usually a wrong EncodingAESKey.</summary>
    IllegalBuffer = -40008,

    /// <summary>The ciphertext is not base64.</summary>
    Base64DecodeFailed = -40010,
}
