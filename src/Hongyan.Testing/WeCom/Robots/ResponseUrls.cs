using System.Collections.Concurrent;

namespace Hongyan.Testing;

/// <summary>The addresses through which a robot may answer a message later (response_url): once, within an hour.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/101138.</remarks>
internal sealed class ResponseUrls
{
    /// <summary>The path of the call.</summary>
    public const string Path = "/cgi-bin/aibot/response";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Account, string Code), bool> _used = new();

    /// <summary>The address that stands in a message: it says who may be answered and until when.</summary>
    public static string AddressOf(DocumentHeader header) =>
        $"https://robot.invalid{Path}?response_code={Uri.EscapeDataString(string.Join('\n', header.Number, header.CreatedAt.ToUnixTimeSeconds(), header.Person, header.Chat))}";

    /// <summary>Uses an address up.</summary>
    /// <param name="account">Whose call it is.</param>
    /// <param name="code">The code of the address.</param>
    /// <param name="now">When it is called.</param>
    /// <param name="person">Who is answered.</param>
    /// <param name="chat">In which group; null where in the chat with the robot alone.</param>
    /// <returns>False where it is none, is too old or was used.</returns>
    public bool TryUse(string account, string? code, DateTimeOffset now, out string person, out string? chat)
    {
        (person, chat) = ("", null);
        if (code?.Split('\n') is not [_, var seconds, var who, var where] || !long.TryParse(seconds, out var createdAt)
            || now - DateTimeOffset.FromUnixTimeSeconds(createdAt) > Lifetime || !_used.TryAdd((account, code), true))
            return false;
        (person, chat) = (who, where.Length > 0 ? where : null);
        return true;
    }
}
