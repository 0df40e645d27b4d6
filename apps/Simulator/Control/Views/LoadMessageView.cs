using System.Globalization;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>What became of one message of a load run.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Member">UserID of who wrote it.</param>
/// <param name="MsgId">MsgId, a string because it has 64 bits.</param>
/// <param name="Text">What it says.</param>
/// <param name="SentAt">When its first delivery began; null before.</param>
/// <param name="Attempts">The requests, with the status of each, in the order in which they ended.</param>
/// <param name="Accepted">Whether one of them was answered with 200.</param>
/// <param name="GivenUp">Whether the platform gave up: no delivery was answered with 200.</param>
/// <param name="Reply">The passive reply, its beginning.</param>
/// <param name="Sent">The first message that came by the active API, its beginning.</param>
/// <param name="SentCount">How many came that way.</param>
/// <param name="Differs">Whether two deliveries were answered in different ways.</param>
/// <param name="Repeated">Active messages that came twice, or repeat the passive reply.</param>
public sealed record LoadMessageView(
    int Number, string Member, string MsgId, string Text, DateTimeOffset? SentAt, IReadOnlyList<LoadAttempt> Attempts, bool Accepted, bool GivenUp,
    string? Reply, string? Sent, int SentCount, bool Differs, int Repeated)
{
    /// <summary>Shows a message.</summary>
    internal static LoadMessageView Of(LoadRun run, int number)
    {
        var message = run.Read(number);
        return new(
            number, Crowd.UserIdOf(run.Plan.PersonOf(number)), (run.FirstMsgId + number - 1).ToString(CultureInfo.InvariantCulture), run.Plan.TextOf(number),
            message.SentAt == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(message.SentAt), message.Attempts, message.IsAccepted, message.IsGivenUp,
            message.Reply, message.Sent, message.SentCount, message.Differs, message.Repeated);
    }
}
