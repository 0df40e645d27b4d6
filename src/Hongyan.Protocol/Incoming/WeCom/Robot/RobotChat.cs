using System.Globalization;
using System.Text;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>
/// What a robot (智能机器人) is told beside the message itself: where it was said, what it quotes, and the way back. One place for all of it,
/// <see cref="Incoming.Robot"/>, so that the messages are the same records as everywhere else.
/// </summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/100719.</remarks>
public sealed record RobotChat
{
    // Kept as it came: most messages are answered at once, and an address takes longer to take apart than all the rest.
    private readonly LateText _responseUrl = LateText.Of("");

    /// <summary>Makes one by hand, for a test.</summary>
    public RobotChat()
    {
    }

    internal RobotChat(in PayloadFields payload, string robotId, string? fullText)
    {
        RobotId = robotId;
        MessageId = payload.Text("msgid"u8);
        ChatId = payload.Text("chatid"u8);
        IsGroup = IsInGroup(payload);
        FullText = fullText ?? (payload.Contains("mixed"u8) ? MixedMessage.Join(MixedMessage.ReadItems(payload)) : payload.Text("text"u8, "content"u8));
        Quote = payload.Find("quote"u8) is >= 0 and var quote && payload.HasChildrenAt(quote) ? RobotKinds.ReadQuote(payload.ChildrenAt(quote)) : null;
        CorpId = payload.Text("from"u8, "corpid"u8);
        _responseUrl = payload.LateText("response_url"u8);
    }

    /// <summary>The robot's id (aibotid).</summary>
    public string RobotId { get; init; } = "";

    /// <summary>The platform's id of the message (msgid): text, unlike <see cref="IncomingMessage.MessageId"/>.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>Whether it was said in a group, where somebody has to mention the robot; else in the chat with it alone.</summary>
    public bool IsGroup { get; init; }

    /// <summary>The group's id (chatid); empty in the chat with the robot alone.</summary>
    public string ChatId { get; init; } = "";

    /// <summary>The text as it was written. In a group it holds the mention of the robot, which <see cref="TextMessage.Content"/> leaves out. Empty where there is none.</summary>
    public string FullText { get; init; } = "";

    /// <summary>The message that this one quotes (引用); it has no sender. Null where it quotes none.</summary>
    public IncomingMessage? Quote { get; init; }

    /// <summary>The corp of the person (企业ID); empty for one of the robot's own corp.</summary>
    public string CorpId { get; init; } = "";

    /// <summary>
    /// Takes one answer within an hour (response_url). A secret: whoever has it can answer in the robot's name, so it is left out where this
    /// record is printed. Null for what cannot be answered so.
    /// </summary>
    public Uri? ResponseUrl
    {
        get => Uri.TryCreate(_responseUrl.ToString(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : null;
        init => _responseUrl = LateText.Of(value?.OriginalString ?? "");
    }

    internal static bool IsInGroup(in PayloadFields payload) =>
        payload.TryGetRun("chattype"u8, out var type) ? Ascii.EqualsIgnoreCase(type, "group"u8)
            : payload.Text("chattype"u8).Equals("group", StringComparison.OrdinalIgnoreCase);

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"RobotId = {RobotId}, MessageId = {MessageId}, IsGroup = {IsGroup}, ChatId = {ChatId}, FullText = {FullText}, Quote = {Quote}, CorpId = {CorpId}");
        builder.Append(ResponseUrl is null ? "" : ", ResponseUrl = ***");
        return true;
    }
}
