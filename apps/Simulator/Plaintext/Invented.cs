using System.Security.Cryptography;

namespace Hongyan.Simulator.Plaintext;

/// <summary>Identifiers that look like the platform's, for what the caller leaves open.</summary>
internal static class Invented
{
    private const string IdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    public static string MediaId() => "1" + RandomNumberGenerator.GetString(IdCharacters, 42);

    public static string OpenKfId() => "wk" + RandomNumberGenerator.GetString(IdCharacters, 30);

    public static string ExternalUserId() => "wm" + RandomNumberGenerator.GetString(IdCharacters, 30);

    public static string TagId() => "et" + RandomNumberGenerator.GetString(IdCharacters, 30);

    public static string ConfigId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    public static string ChatId() => "wr" + RandomNumberGenerator.GetString(IdCharacters, 30);

    /// <summary>welcome_code and msg_code.</summary>
    public static string EventCode() => RandomNumberGenerator.GetString(IdCharacters, 43);

    /// <summary>Token of a customer service callback.</summary>
    public static string ServiceToken() => "ENC" + RandomNumberGenerator.GetString(IdCharacters, 44);

    /// <summary>msgid of what customers and servicers write: longer than one that send_msg takes.</summary>
    public static string ServiceMessageId() => "4w" + RandomNumberGenerator.GetString(IdCharacters, 42);

    /// <summary>msgid of what the API sends without naming one.</summary>
    public static string SentMessageId() => RandomNumberGenerator.GetString(IdCharacters, 32);

    /// <summary>Ticket of a QR code with a scene.</summary>
    public static string Ticket() => "gQ" + RandomNumberGenerator.GetString(IdCharacters, 94);

    public static string ResponseCode() => RandomNumberGenerator.GetString(IdCharacters, 43);

    public static string JobId() => "jobid_" + RandomNumberGenerator.GetString("0123456789", 10);

    public static string Md5() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
