using System.Globalization;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Template messages on their way: a moment after the call the follower has it, or not, and the bot is told.</summary>
internal sealed class TemplateSends(
    ConversationLog chats, JobSettingsBook settings, LaterWork later, DeliveryEngine engine, SimulatedWorld world, Followers followers, SimulatedClock clock)
{
    private const long FirstMsgId = 2_000_000_000_000;
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Account, string OpenId, string ClientMsgId), (long MsgId, DateTimeOffset Time)> _sent = [];
    private long _count;

    /// <summary>A number for a message.</summary>
    public long NextId() => FirstMsgId + Interlocked.Increment(ref _count);

    /// <summary>Sends, unless the same client_msg_id came in the last ten minutes.</summary>
    /// <returns>msgid, of the first where it is sent twice.</returns>
    public long Send(Account account, Follower follower, ActiveMessage message, string? clientMsgId)
    {
        long msgId;
        lock (_lock)
        {
            var key = (account.Name, follower.OpenId, clientMsgId ?? "");
            if (clientMsgId is not null && _sent.TryGetValue(key, out var known) && clock.Now - known.Time < Remembered)
                return known.MsgId;
            msgId = NextId();
            if (clientMsgId is not null)
                _sent[key] = (msgId, clock.Now);
        }
        later.After(Moment, () => Finish(account.Name, follower.OpenId, message with { MsgId = msgId.ToString(CultureInfo.InvariantCulture) }, msgId));
        return msgId;
    }

    /// <summary>The message that a follower sees.</summary>
    public static ActiveMessage Show(ApiRequest request, string title, IReadOnlyList<NoticeItem> items, string? url) => new()
    {
        MsgId = "",
        CallId = request.CallId,
        Type = "template",
        Title = title,
        Items = items,
        Url = url,
        AppId = request.Body.Object("miniprogram")?.Text("appid"),
        PagePath = request.Body.Object("miniprogram")?.Text("pagepath"),
    };

    /// <summary>Puts a message into the chat.</summary>
    public void Deliver(Account account, string openId, ActiveMessage message) =>
        chats.Add(new() { Id = chats.NextId(), App = account.Name, Member = openId, Time = clock.Now, Active = message });

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _sent.Clear();
    }

    private void Finish(string name, string openId, ActiveMessage message, long msgId)
    {
        var account = world.FindAccount(name)!;
        if (followers.Find(account, openId) is not { } follower)
            return;
        var status = follower is { IsFollowing: true, AcceptsMessages: true } ? settings.Of(account).TemplateStatus : "failed:user block";
        if (status == "success")
            Deliver(account, openId, message);
        engine.Send(JobEvents.OfTemplate(account, follower, msgId, status));
    }
}
