namespace Hongyan.Simulator.WeCom;

/// <summary>What goes to an app's bot.</summary>
internal static class WeComOutgoing
{
    // Reports have a conversation of their own, which no page of a member shows.
    private const string Platform = "sys";

    /// <summary>A message of a member.</summary>
    public static Outgoing Of(WeComApp app, string userId, MemberMessage message) =>
        new(app.Name, userId, (time, msgId) => WeComPlaintext.Write(app, userId, time, msgId, WeComMessages.Find(message.Type)!, message)) { Message = message };

    /// <summary>An event that a member causes.</summary>
    public static Outgoing Of(WeComApp app, string userId, EventKind kind, MemberEvent @event) =>
        new(app.Name, userId, (time, _) => WeComPlaintext.Write(app, userId, time, kind, @event)) { Event = @event, Replies = kind.Replies };

    /// <summary>An event that no member causes.</summary>
    /// <param name="app">Whose bot is told.</param>
    /// <param name="name">Event.</param>
    /// <param name="write">The plaintext, given its CreateTime.</param>
    public static Outgoing Report(WeComApp app, string name, Func<long, string> write) =>
        new(app.Name, Platform, (time, _) => write(time)) { Event = new() { Event = name }, Replies = ReplyPolicy.None };
}
