namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The plaintext of what a 公众号 is told.</summary>
public static class OfficialAccountPlaintext
{
    /// <summary>The plaintext of a message.</summary>
    public static string Write(Account account, string openId, long createTime, long msgId, MessageKind kind, MemberMessage message) =>
        PlaintextWriter.WriteDocument(xml =>
        {
            xml.Header(account.OriginalId, openId, createTime, kind.Name);
            kind.Write(xml, account.RecognizesSpeech ? message : message with { Recognition = null });
            xml.Number("MsgId", msgId);
        });

    /// <summary>The plaintext of an event.</summary>
    public static string Write(Account account, string openId, long createTime, EventKind kind, MemberEvent @event) =>
        PlaintextWriter.WriteDocument(xml =>
        {
            xml.Header(account.OriginalId, openId, createTime, "event").Text("Event", kind.Name);
            kind.Write(xml, @event);
        });
}
