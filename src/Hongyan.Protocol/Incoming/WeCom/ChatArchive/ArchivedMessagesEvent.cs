namespace Hongyan.WeCom;

/// <summary>
/// The archive of chats (会话内容存档) has new messages: <c>msgaudit_notify</c> to the corp itself, at most every 15 seconds;
/// <c>conversation_new_message</c> to a suite or to a program in the data zone (数据与智能专区).
/// </summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/95039 and 99682</remarks>
public sealed record ArchivedMessagesEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ArchivedMessagesEvent()
    {
    }

    internal ArchivedMessagesEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var body = payload.Within("conversation_new_message"u8);
        Token = body.Text("Token"u8);
    }

    /// <summary>Lets the messages be fetched, for ten minutes; empty for the corp's own archive. Keep it out of logs.</summary>
    public string Token { get; init; } = "";
}
