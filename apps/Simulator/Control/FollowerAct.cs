using System.Globalization;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>Checks what a script or the page wants somebody to do at a 公众号, and does it. Both follow the same rules.</summary>
internal sealed class FollowerAct(
    DeliveryEngine engine, Followers followers, ReplyWindows windows, ConditionalMenus menus, KfDesk desk, ConversationLog chats, MemberMedia media, GivenFields fields,
    SimulatedClock clock, SceneCodes codes, Wording wording)
{
    private const int MaxScene = 64;

    /// <summary>Sends a message.</summary>
    public SendResult Send(Account account, Follower follower, MemberMessage given)
    {
        if (!follower.IsFollowing)
            return SendResult.Refused("openId", wording["Problem_NotFollowing", follower.Name]);
        if (follower.IsBlocked)
            return SendResult.Refused("openId", wording["Problem_Blocked", follower.Name]);
        if (OfficialAccountMessages.Find(given.Type) is not { } kind)
            return SendResult.Refused("type", wording["Problem_Type", given.Type, string.Join(", ", OfficialAccountMessages.All.Select(each => each.Name))]);

        var message = SampleOverlay.Complete(kind.Sample(), media.Complete(given), out var foreign);
        if (fields.FindWrong(given, foreign, kind.Name) is { } wrong)
            return wrong;
        if (kind.Name == "text" && string.IsNullOrWhiteSpace(message.Content))
            return SendResult.Refused("content", wording["Problem_TextEmpty"]);
        if (!account.RecognizesSpeech)
            message = message with { Recognition = null };
        windows.Open(account, follower, message);
        desk.Hear(account, follower, message.Content ?? $"[{message.Type}]");
        return SendResult.Started(engine.Send(OfficialAccountOutgoing.Of(account, follower.OpenId, message) with
        {
            Replied = reply => desk.Transfer(account, follower, reply),
        }));
    }

    /// <summary>Causes an event; the pictures or the place that the client sends after it follow as messages.</summary>
    public SendResult Send(Account account, Follower follower, MemberEvent given) => Send(account, follower, given, isAlone: false);

    /// <summary>Causes an event and sends nothing after it.</summary>
    public SendResult SendAlone(Account account, Follower follower, MemberEvent given) => Send(account, follower, given, isAlone: true);

    /// <summary>Scans a QR code with a scene: who follows enters by it, who does not follows by it.</summary>
    /// <param name="account">Whose code it is.</param>
    /// <param name="follower">Who scans it.</param>
    /// <param name="scene">The scene; null takes it from the code of the ticket.</param>
    /// <param name="ticket">The ticket; null invents one.</param>
    public SendResult Scan(Account account, Follower follower, string? scene, string? ticket)
    {
        if (scene is null && ticket is not null)
        {
            // A real code that is too old shows the follower that it is, and tells the bot nothing.
            if (codes.Find(ticket) is not { } code || code.Account != account.Name)
                return SendResult.Refused("ticket", wording["Problem_SceneTicket"]);
            scene = code.Scene;
        }
        return scene is null or { Length: 0 or > MaxScene } ? SendResult.Refused("scene", wording["Problem_Scene", MaxScene])
            : Send(account, follower, new MemberEvent
            {
                Event = follower.IsFollowing ? "SCAN" : "subscribe",
                EventKey = follower.IsFollowing ? scene : OfficialAccountEvents.ScenePrefix + scene,
                Ticket = ticket ?? Invented.Ticket(),
            });
    }

    /// <summary>Taps an entry of the account's menu by what stands on it. Materials are shown at once, and the bot is not told.</summary>
    /// <returns>The delivery; without one, the entry that is shown, or what is wrong.</returns>
    public (SendResult? Sent, ChatMessage? Shown) Tap(Account account, Follower follower, string name)
    {
        var conditional = menus.FindFor(account, follower);
        var entries = menus.MenuFor(account, follower).Buttons.SelectMany(button => button.IsParent ? button.SubButtons! : [button]);
        if (entries.FirstOrDefault(each => each.Name == name) is not { } button)
            return (SendResult.Refused("name", wording["Problem_NoMenuEntry", name]), null);
        if (AccountMenus.EventOf(button.Type!) is { } @event)
            return (Send(account, follower, new MemberEvent
            {
                Event = @event, EventKey = KeyOf(button),
                MenuId = @event is "VIEW" or "view_miniprogram" ? conditional?.Id.ToString(CultureInfo.InvariantCulture) : null,
            }), null);
        if (!follower.IsFollowing)
            return (SendResult.Refused("openId", wording["Problem_NotFollowing", follower.Name]), null);

        var shown = new ChatMessage { Id = chats.NextId(), App = account.Name, Member = follower.OpenId, Time = clock.Now, Reply = Material(button) };
        chats.Add(shown);
        return (null, shown);
    }

    private SendResult Send(Account account, Follower follower, MemberEvent given, bool isAlone)
    {
        if (OfficialAccountEvents.Find(given.Event) is not { } kind)
            return SendResult.Refused("event", wording["Problem_Event", given.Event, string.Join(", ", OfficialAccountEvents.All.Select(each => each.Name))]);
        if (kind.Name == "subscribe" && follower.IsFollowing)
            return SendResult.Refused("event", wording["Problem_Following", follower.Name]);
        if (kind.Name != "subscribe" && !follower.IsFollowing)
            return SendResult.Refused("openId", wording["Problem_NotFollowing", follower.Name]);
        if (follower.IsBlocked && kind.Name is not ("subscribe" or "unsubscribe"))
            return SendResult.Refused("openId", wording["Problem_Blocked", follower.Name]);
        if (given.SendsPictures && media.FindNoPicture(given) is { } noPicture)
            return SendResult.Refused("mediaIds", wording["Problem_NoPicture", noPicture]);

        var happened = SampleOverlay.Complete(kind.Sample(), media.Complete(given), out var foreign);
        if (fields.FindWrong(given, foreign, kind.Name) is { } wrong)
            return wrong;

        Change(account, follower, happened);
        return SendResult.Started(engine.Send(
            OfficialAccountOutgoing.Of(account, follower.OpenId, kind, happened),
            isAlone ? [] : [.. media.FollowUps(happened).Select(next => OfficialAccountOutgoing.Of(account, follower.OpenId, next))]));
    }

    private void Change(Account account, Follower follower, MemberEvent happened)
    {
        if (happened.Event == "unsubscribe")
        {
            windows.Close(account, follower);
            followers.Unfollow(account, follower);
            return;
        }
        if (happened.Event == "subscribe")
        {
            var key = happened.EventKey ?? "";
            var isByCode = key.StartsWith(OfficialAccountEvents.ScenePrefix, StringComparison.Ordinal);
            followers.Follow(account, follower, isByCode ? key[OfficialAccountEvents.ScenePrefix.Length..] : null);
        }
        windows.Open(account, follower, happened);
    }

    private static string KeyOf(MenuButton button) => button.Type switch
    {
        "view" => button.Url!,
        "miniprogram" => button.PagePath!,
        _ => button.Key!,
    };

    private PassiveReply Material(MenuButton button) => button.Type is "media_id" or "view_limited"
        ? new() { Type = media.KindOf(button.MediaId!), MediaId = button.MediaId }
        : new() { Type = "news", Articles = [new(button.ArticleId!, "", "", "")] };
}
