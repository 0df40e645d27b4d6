using System.Text.RegularExpressions;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Pages;

/// <summary>A text of an app: <c>&lt;a href="…"&gt;</c> is a link, <c>&lt;@userid&gt;</c> mentions a member, everything else is text.</summary>
internal static partial class SaidText
{
    /// <summary>Everybody.</summary>
    private const string All = "@all";

    /// <summary>The pieces of a text.</summary>
    public static IEnumerable<SaidPiece> Split(string text, Contacts contacts)
    {
        foreach (var (piece, url) in LinkedText.Split(text))
        {
            if (url is not null)
            {
                yield return new(piece, url);
                continue;
            }
            var at = 0;
            foreach (Match mention in Mentions().Matches(piece))
            {
                if (NameOf(mention.Groups["id"].Value, contacts) is not { } name)
                    continue;
                if (mention.Index > at)
                    yield return new(piece[at..mention.Index]);
                yield return new(name, IsMention: true);
                at = mention.Index + mention.Length;
            }
            if (at < piece.Length)
                yield return new(piece[at..]);
        }
    }

    /// <summary>How somebody who is mentioned is shown; null when there is nobody of this UserID.</summary>
    public static string? NameOf(string userId, Contacts contacts) =>
        userId == All ? "@所有人" : contacts.FindMember(userId) is { } member ? $"@{member.Name}" : null;

    [GeneratedRegex("<@(?<id>[0-9A-Za-z_@.-]{1,64})>")]
    private static partial Regex Mentions();
}
