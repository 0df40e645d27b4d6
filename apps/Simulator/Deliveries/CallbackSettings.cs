using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hongyan.Protocol;

namespace Hongyan.Simulator.Deliveries;

/// <summary>Where an account's callbacks go and how they are sealed: what its page in the console holds.</summary>
/// <param name="CallbackUrl">URL: http or https.</param>
/// <param name="Token">Token: 1 to 32 letters and digits.</param>
/// <param name="EncodingAESKey">EncodingAESKey: 43 letters and digits.</param>
public sealed record CallbackSettings(string CallbackUrl, string Token, string EncodingAESKey)
{
    /// <summary>Most characters of a Token.</summary>
    public const int MaxTokenLength = 32;

    /// <summary>Characters of an EncodingAESKey.</summary>
    public const int KeyLength = 43;

    private const int RandomTokenLength = 20;
    private const int NonceLength = 10;
    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>What the console would not accept, by field; empty when all is well.</summary>
    public IEnumerable<(string Field, Finding Problem)> Validate()
    {
        if (!Uri.TryCreate(CallbackUrl, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
            || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
            yield return ("callbackUrl", Finding.Of(FindingKind.SettingUrl));
        if (Token is not { Length: >= 1 and <= MaxTokenLength } || !Token.All(char.IsAsciiLetterOrDigit))
            yield return ("token", Finding.Of(FindingKind.SettingToken));
        if (EncodingAESKey is not { Length: KeyLength } || !EncodingAESKey.All(char.IsAsciiLetterOrDigit))
            yield return ("encodingAESKey", Finding.Of(FindingKind.SettingKey, EncodingAESKey?.Length ?? 0));
    }

    /// <summary>随机获取 for the Token.</summary>
    public static string RandomToken() => RandomNumberGenerator.GetString(LettersAndDigits, RandomTokenLength);

    /// <summary>随机获取 for the EncodingAESKey.</summary>
    public static string RandomKey() => RandomNumberGenerator.GetString(LettersAndDigits, KeyLength);

    /// <summary>A nonce for one request.</summary>
    internal static string RandomNonce() => RandomNumberGenerator.GetString("0123456789", NonceLength);

    /// <summary>A timestamp for one request.</summary>
    internal static string Timestamp(DateTimeOffset now) => now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>A text, encrypted for a receiveid.</summary>
    internal string Encrypt(string receiveId, string text)
    {
        var encrypted = new ArrayBufferWriter<byte>();
        new MessageCipher(EncodingAESKey, receiveId).Encrypt(Encoding.UTF8.GetBytes(text), encrypted);
        return Encoding.ASCII.GetString(encrypted.WrittenSpan);
    }

    /// <summary>The address with a query, which goes behind one that it has already.</summary>
    internal Uri WithQuery(string query) =>
        new(CallbackUrl + (CallbackUrl.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query);
}
