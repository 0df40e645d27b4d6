using System.Security.Cryptography;

namespace Hongyan.Simulator.WeCom;

/// <summary>Identifiers that look like the platform's, for what the caller leaves open.</summary>
internal static class Invented
{
    private const string IdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    public static string MediaId() => "1" + RandomNumberGenerator.GetString(IdCharacters, 42);

    public static string ResponseCode() => RandomNumberGenerator.GetString(IdCharacters, 43);

    public static string JobId() => "jobid_" + RandomNumberGenerator.GetString("0123456789", 10);

    public static string Md5() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
