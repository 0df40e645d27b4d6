using System.Globalization;
using System.Text;

namespace Hongyan.WeCom;

/// <summary>
/// What a robot (智能机器人) is told beside the message itself: where it was said, what it quotes, and the way back. One place for all of it,
/// <see cref="Incoming.Robot"/>, so that the messages are the same records as everywhere else.
/// </summary>
public sealed record RobotChat
{
    /// <summary>The robot's id (aibotid).</summary>
    public string RobotId { get; init; } = "";

    /// <summary>The platform's id of the message (msgid): text, unlike <see cref="IncomingMessage.MessageId"/>.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>Whether it was said in a group, where somebody has to mention the robot; else in the chat with it alone.</summary>
    public bool IsGroup { get; init; }

    /// <summary>The group's id (chatid); empty in the chat with the robot alone.</summary>
    public string ChatId { get; init; } = "";

    /// <summary>The mention that a text in a group began with, such as <c>@小雁</c>; it is not part of <see cref="TextMessage.Content"/>. Empty where there was none.</summary>
    public string Mention { get; init; } = "";

    /// <summary>The message that this one quotes (引用); it has no sender. Null where it quotes none.</summary>
    public IncomingMessage? Quote { get; init; }

    /// <summary>The corp of the person (企业ID); empty for one of the robot's own corp.</summary>
    public string CorpId { get; init; } = "";

    /// <summary>
    /// Takes one answer within an hour (response_url). A secret: whoever has it can answer in the robot's name, so it is left out where this
    /// record is printed. Null for what cannot be answered so.
    /// </summary>
    public Uri? ResponseUrl { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"RobotId = {RobotId}, MessageId = {MessageId}, IsGroup = {IsGroup}, ChatId = {ChatId}, Mention = {Mention}, Quote = {Quote}, CorpId = {CorpId}");
        builder.Append(ResponseUrl is null ? "" : ", ResponseUrl = ***");
        return true;
    }
}
