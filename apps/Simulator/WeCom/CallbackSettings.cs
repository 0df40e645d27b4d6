using System.Security.Cryptography;

namespace Hongyan.Simulator.WeCom;

/// <summary>What the 接收消息 page of an app holds.</summary>
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
}
