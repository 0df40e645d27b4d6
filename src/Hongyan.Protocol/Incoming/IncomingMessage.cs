using System.Globalization;

namespace Hongyan;

/// <summary>A message (消息) that a person sent.</summary>
public abstract record IncomingMessage : Incoming
{
    private protected IncomingMessage()
    {
    }

    private protected IncomingMessage(in Protocol.PayloadFields payload, string? saidToRobot = null)
        : base(payload, saidToRobot)
    {
        // A robot's is nearly always a text that begins with a letter.
        MessageId = Robot is null ? payload.Number("MsgId"u8) ?? 0
            : Robot.MessageId is [<= '9', ..] && long.TryParse(Robot.MessageId, CultureInfo.InvariantCulture, out var number) ? number
            : 0;
        Article = ArticleReference.Read(payload);
    }

    /// <summary>The platform's id (MsgId). Not unique across people; 0 where the platform leaves it out.</summary>
    public long MessageId { get; init; }

    /// <summary>The article from whose page a follower wrote; null for what did not come from one, which is nearly all.</summary>
    public ArticleReference? Article { get; init; }
}
