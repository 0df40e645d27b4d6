namespace Hongyan.Simulator.WeCom;

/// <summary>The plaintext of what an app is told.</summary>
public static class WeComPlaintext
{
    /// <summary>The plaintext of a message.</summary>
    public static string Write(WeComApp app, string userId, long createTime, long msgId, MessageKind kind, MemberMessage message) =>
        PlaintextWriter.WriteDocument(xml =>
        {
            xml.Header(app.CorpId, userId, createTime, kind.Name);
            kind.Write(xml, message);
            xml.Number("MsgId", msgId).Number("AgentID", app.AgentId);
        });

    /// <summary>The plaintext of an event.</summary>
    public static string Write(WeComApp app, string userId, long createTime, EventKind kind, MemberEvent @event) =>
        PlaintextWriter.WriteDocument(xml =>
        {
            xml.Header(app.CorpId, kind.IsFromSystem ? "sys" : userId, createTime, "event").Text("Event", kind.Name);
            kind.Write(xml, @event);
            if (!kind.IsFromSystem)
                xml.Number("AgentID", app.AgentId);
        });

    /// <summary>The plaintext of an event that the platform reports by itself: it names no app, and a member only where it says so.</summary>
    public static string WriteReport(WeComApp app, string? fromUser, long createTime, string name, Action<PlaintextWriter> content) =>
        PlaintextWriter.WriteDocument(xml =>
        {
            xml.Text("ToUserName", app.CorpId);
            if (fromUser is not null)
                xml.Text("FromUserName", fromUser);
            xml.Number("CreateTime", createTime).Text("MsgType", "event").Text("Event", name);
            content(xml);
        });
}
