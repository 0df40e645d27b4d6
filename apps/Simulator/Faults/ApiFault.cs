using System.Security.Cryptography;

namespace Hongyan.Simulator.Faults;

/// <summary>An errcode that calls of the platform's API are answered with, instead of being carried out.</summary>
public sealed record ApiFault
{
    /// <summary>The path of every call.</summary>
    public const string AnyPath = "*";

    /// <summary>Calls that a fault can be switched on for at most.</summary>
    public const int MaxTimes = 1000;

    private const int MaxMessage = 200;

    /// <summary>Which calls it meets: <c>/cgi-bin/message/send</c>, or <c>*</c> for all.</summary>
    /// <value>*</value>
    public string Path { get; init; } = AnyPath;

    /// <summary>errcode, any but 0. 40014 and 42001 end the caller's token as well.</summary>
    public required int ErrCode { get; init; }

    /// <summary>The beginning of errmsg, at most 200 characters; without it, the words that go with the code.</summary>
    public string? ErrMsg { get; init; }

    /// <summary>How many more calls it meets: 1 to 1000; null until it is switched off.</summary>
    public int? Times { get; init; }

    /// <summary>Of a hundred calls that it could meet, how many it meets, at random: 1 to 100.</summary>
    /// <value>100.</value>
    public int Percent { get; init; } = 100;

    /// <summary>The name of the first value that cannot be taken, or null.</summary>
    public string? FindInvalid() =>
        Path != AnyPath && !(Path.StartsWith('/') && PlatformApi.Owns(Path)) ? "path"
        : ErrCode == 0 ? "errCode"
        : ErrMsg is { Length: 0 or > MaxMessage } ? "errMsg"
        : Times is < 1 or > MaxTimes ? "times"
        : Percent is < 1 or > 100 ? "percent"
        : null;

    /// <summary>Whether it meets a call.</summary>
    internal bool Meets(PathString path) =>
        (Path == AnyPath || path.Equals(Path, StringComparison.OrdinalIgnoreCase)) && (Percent == 100 || RandomNumberGenerator.GetInt32(100) < Percent);
}
