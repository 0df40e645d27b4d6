using System.Runtime.CompilerServices;
using Hongyan.Protocol;

namespace Hongyan;

/// <summary>Something that arrived from the platform: a message that a person sent, or an event.</summary>
/// <remarks>
/// Route one kind with <c>bot.On&lt;T&gt;</c>. A platform adds kinds at any time: what this version does not know arrives as
/// <see cref="UnknownMessage"/> or <see cref="UnknownEvent"/>, with everything it carried.
/// </remarks>
public abstract record Incoming
{
    // A server has one account or a few, and each message names it.
    private static readonly RecentText Receiver = new();

    private protected Incoming()
    {
    }

    /// <summary>What every document says about itself, in each of the ways that it is said.</summary>
    /// <param name="payload">The document.</param>
    /// <param name="saidToRobot">The whole text where it is read already.</param>
    private protected Incoming(in PayloadFields payload, string? saidToRobot = null)
    {
        var receiver = payload.Find("ToUserName"u8);
        if (receiver < 0 && payload.Contains("InfoType"u8))
        {
            // A suite (第三方应用), its provider (服务商) or a third-party platform (第三方平台) is told what happens at the corps and accounts that authorised it.
            IsForThirdParty = true;
            receiver = payload.Find("SuiteId"u8) is >= 0 and var suite ? suite : payload.Find("ServiceCorpId"u8);
            ToUser = receiver < 0 ? payload.Text("AppId"u8) : payload.TextAt(receiver);
            FromUser = receiver < 0 ? payload.Text("AuthorizerAppid"u8) : payload.Text("AuthCorpId"u8);
            CreatedAt = (receiver < 0 ? payload.Time("CreateTime"u8) : payload.Time("TimeStamp"u8)) ?? DateTimeOffset.UnixEpoch;
            AgentId = receiver < 0 ? null : payload.SmallNumber("AgentID"u8);
        }
        else if (receiver < 0 && payload.Find("aibotid"u8) is >= 0 and var robot)
        {
            Robot = new Hongyan.WeCom.RobotChat(payload, Receiver.At(payload, robot), saidToRobot);
            ToUser = Robot.RobotId;
            FromUser = payload.Text("from"u8, "userid"u8);
            CreatedAt = payload.Time("create_time"u8) ?? DateTimeOffset.UnixEpoch;
        }
        else if (receiver < 0 && payload.Contains("event_type"u8))
        {
            CreatedAt = payload.Time("timestamp"u8) ?? DateTimeOffset.UnixEpoch;
        }
        else
        {
            ToUser = receiver < 0 ? "" : Receiver.At(payload, receiver);
            FromUser = payload.Text("FromUserName"u8);
            CreatedAt = payload.Time("CreateTime"u8) ?? DateTimeOffset.UnixEpoch;
            AgentId = payload.SmallNumber("AgentID"u8);
        }
    }

    /// <summary>
    /// Who received it: the corp id (企业ID) in WeCom, the account's original id (<c>gh_…</c>) in an Official Account, the bot's id (<c>aibotid</c>)
    /// of a robot, the id of the suite (SuiteId), of its provider (ServiceCorpId) or of the third-party platform (AppId).
    /// </summary>
    public string ToUser { get; init; } = "";

    /// <summary>
    /// Who sent it: the member's user id (成员UserID), the follower's open id, or <c>sys</c> for what the system itself reports; for a third party the corp
    /// (AuthCorpId) or the account (AuthorizerAppid) that authorised it. Empty where the platform names nobody.
    /// </summary>
    public string FromUser { get; init; } = "";

    /// <summary>When the platform made it, to the second.</summary>
    public DateTimeOffset CreatedAt { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>The application (应用) it was sent to; null where the platform leaves it out.</summary>
    public int? AgentId { get; init; }

    /// <summary>Where a robot (智能机器人) heard it, and the way back; null for every other kind of account.</summary>
    public Hongyan.WeCom.RobotChat? Robot { get; init; }

    /// <summary>Whether it was sent to a suite (第三方应用), its provider or a third-party platform (第三方平台), in the form with an InfoType.</summary>
    internal bool IsForThirdParty { get; init; }

    /// <summary>The decrypted document as it arrived (UTF-8 XML or JSON). Empty for a message that was not received but made by a test.</summary>
    public ReadOnlyMemory<byte> Raw { get; internal set; }

    /// <summary>
    /// The text of a top-level element or member of <see cref="Raw"/> by its name on the wire, such as <c>CalId</c>, for what has no
    /// property of its own. Null where there is none; the first where there are several.
    /// </summary>
    [SkipLocalsInit]
    public string? Field(string name)
    {
        var list = new PayloadFieldList(stackalloc PayloadField[PayloadFieldList.StackSize], stackalloc byte[PayloadFieldList.Slots]);
        if (PayloadFields.Read(Raw.Span, ref list, out var payload) != PayloadFault.None)
            return null;
        var index = payload.Find(System.Text.Encoding.UTF8.GetBytes(name));
        return index < 0 ? null : payload.TextAt(index);
    }
}
