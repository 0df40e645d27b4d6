using Hongyan.Simulator.Chat;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Puts what a call sends into conversations, one entry for each member.</summary>
internal sealed class ActiveSender(ConversationLog chats, DeliveryLog deliveries, MessageQuotas quotas, LoadRuns runs, SimulatedClock clock)
{
    /// <summary>Sends to members. What is too much for one of them is dropped, which only the simulator tells.</summary>
    public void Send(ApiRequest request, IReadOnlyList<Member> members, ActiveMessage message)
    {
        var app = request.App.Name;
        foreach (var member in members)
        {
            if (Crowd.NumberOf(member.UserId) is { } person)
            {
                SendToCrowd(request, person, message);
                continue;
            }
            var entry = new ChatMessage { Id = chats.NextId(), App = app, Member = member.UserId, Time = clock.Now, DeliveryId = Awaited(app, member) };
            if (quotas.TrySend(app, member.UserId))
            {
                chats.Add(entry with { Active = message });
                continue;
            }
            var dropped = Finding.Of(FindingKind.MemberQuota, member.UserId, MessageQuotas.PerMemberAndMinute, MessageQuotas.PerMemberAndHour);
            request.Remark(dropped);
            chats.Add(entry with { Finding = dropped });
        }
    }

    /// <summary>Sends into a group, as an app or as a robot.</summary>
    public void Send(string sender, GroupChat group, ActiveMessage message) =>
        chats.Add(new() { Id = chats.NextId(), App = sender, Member = "", ChatId = group.ChatId, Time = clock.Now, Active = message });

    // Nobody reads their conversations: a load run counts what they get.
    private void SendToCrowd(ApiRequest request, int person, ActiveMessage message)
    {
        var app = request.App.Name;
        if (quotas.TrySend(app, Crowd.UserIdOf(person)))
            runs.Take(app, person, message.Content ?? message.Title ?? message.Type);
        else
            runs.DropOverQuota(app);
    }

    // A message to the member whose own message the bot is answering belongs to that answer.
    private long? Awaited(string app, Member member) =>
        deliveries.FindAwaited(app) is { } id && deliveries.Find(id)?.Member == member.UserId ? id : null;
}
