using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>Checks what a script or the page wants a member to do with AI robots, and does it. Both follow the same rules.</summary>
internal sealed class RobotActs(
    RobotBook robots, RobotDeliveries deliveries, RobotPlaintext plaintexts, RobotVisits visits, RobotMessageRules rules,
    ConversationLog chats, SimulatedClock clock, Wording wording)
{
    // Two messages at once must not both be the third.
    private readonly Lock _saying = new();

    /// <summary>Says something to a robot, in the conversation of two.</summary>
    public SendResult Say(WeComRobot robot, Member member, RobotMessage given)
    {
        if (rules.Complete(given, inGroup: false, out var wrong) is not { } message)
            return wrong!;
        lock (_saying)
        {
            if (FindRefusal([robot], member) is { } refusal)
                return refusal;
            var entry = NewEntry(robot, member) with { ToRobot = message };
            return SendResult.Started(deliveries.Send(Callback(new(robot, member, null), entry.Id, message), entry));
        }
    }

    /// <summary>Says something in a group: whoever of its robots is named with @ is called back, and the others hear nothing.</summary>
    public GroupSaid SayInGroup(GroupChat group, Member member, RobotMessage given)
    {
        if (rules.Complete(given, inGroup: true, out var wrong) is not { } message)
            return GroupSaid.Refused(wrong!);
        lock (_saying)
            return SayInGroup(group, member, message, robots.MentionedIn(group.ChatId, message.Words));
    }

    /// <summary>Enters the conversation with a robot: enter_chat, for the first time of a day.</summary>
    public SendResult Enter(WeComRobot robot, Member member)
    {
        if (FindRefusal([], member) is { } refusal)
            return refusal;
        if (!visits.TryEnter(robot, member))
            return SendResult.Refused("userId", wording["Problem_RobotEntered", member.Name]);
        var talk = new RobotTalk(robot, member, null);
        return Happen(new(talk, RobotSituation.Enter, plaintexts.Enter(talk)), "enter_chat", "", null);
    }

    /// <summary>Presses a button of a card, or of its menu: template_card_event.</summary>
    public SendResult Click(WeComRobot robot, Member member, ChatMessage entry, CardClick click)
    {
        if (FindRefusal([], member) is { } refusal)
            return refusal;
        var card = entry.FromRobot!.CardOf(member.UserId)!;
        if (card.ReplaceText is { Length: > 0 } replaced)
            return SendResult.Refused("key", wording["Problem_CardAnswered", replaced]);
        if (CardPress.FindWrong(card, click, wording) is { } wrong)
            return wrong;

        var talk = new RobotTalk(robot, member, entry.ChatId);
        var plaintext = plaintexts.CardClick(talk, entry.Id, card, click.Key, CardPress.Choices(card, click));
        if (!CardPress.IsMenu(card, click))
            chats.Change(each => each.Id == entry.Id, each => each with { FromRobot = Keep(each.FromRobot!, member, CardPress.Choose(card, click)) });
        return Happen(new(talk, RobotSituation.CardClick, plaintext, entry.FromRobot), "template_card_event", click.Key, entry);
    }

    /// <summary>Says what a member thinks of a finished answer: feedback_event.</summary>
    public SendResult Judge(WeComRobot robot, Member member, ChatMessage entry, RobotFeedback given)
    {
        if (FindRefusal([], member) is { } refusal)
            return refusal;
        var reply = entry.FromRobot!;
        if (reply.FeedbackId is not { } feedbackId)
            return SendResult.Refused("id", wording["Problem_RobotNoFeedback"]);
        if (!reply.IsFinished)
            return SendResult.Refused("id", wording["Problem_RobotNotFinished"]);
        if (given.Type is < RobotFeedback.Accurate or > RobotFeedback.Withdrawn)
            return SendResult.Refused("type", wording["Problem_RobotFeedbackType"]);
        if (given.Reasons.Except(RobotFeedback.AllReasons).Any() || given.Type != RobotFeedback.Inaccurate && given.Reasons.Count > 0)
            return SendResult.Refused("reasons", wording["Problem_RobotFeedbackReasons"]);
        if (given.Type == RobotFeedback.Withdrawn && !reply.Feedback.ContainsKey(member.UserId))
            return SendResult.Refused("type", wording["Problem_RobotFeedbackNone"]);

        chats.Change(each => each.Id == entry.Id, each => each with { FromRobot = Keep(each.FromRobot!, member, given) });
        var talk = new RobotTalk(robot, member, entry.ChatId);
        var words = wording[$"Feedback_{given.Type}"];
        return Happen(new(talk, RobotSituation.Feedback, plaintexts.Feedback(talk, feedbackId, given)), "feedback_event", words, null);
    }

    private GroupSaid SayInGroup(GroupChat group, Member member, RobotMessage message, IReadOnlyList<WeComRobot> named)
    {
        if (FindRefusal(named, member) is { } refusal)
            return GroupSaid.Refused(refusal);

        var entry = new ChatMessage
        {
            Id = chats.NextId(), App = named is [var first, ..] ? first.Name : "", Member = member.UserId, ChatId = group.ChatId,
            Time = clock.Now, ToRobot = message,
        };
        if (named.Count == 0)
        {
            chats.Add(entry);
            return new(entry, [], "", "");
        }
        var sent = new List<Delivery>();
        foreach (var robot in named)
        {
            sent.Add(deliveries.Send(Callback(new(robot, member, group.ChatId), entry.Id, message), entry));
            // The entry shows how the first of them got it; the others' answers lead to theirs.
            entry = entry with { DeliveryId = sent[0].Id };
        }
        return new(entry, sent, "", "");
    }

    private RobotCallback Callback(RobotTalk talk, long entryId, RobotMessage message) =>
        new(talk, RobotSituation.Message, plaintexts.Message(talk, entryId, message));

    private SendResult Happen(RobotCallback callback, string name, string key, ChatMessage? click)
    {
        var talk = callback.Talk;
        var entry = NewEntry(talk.Robot, talk.Member) with { ChatId = talk.ChatId, Event = new() { Event = name, EventKey = key } };
        return SendResult.Started(deliveries.Send(callback, entry, click));
    }

    private SendResult? FindRefusal(IReadOnlyList<WeComRobot> named, Member member)
    {
        if (!member.IsActive)
            return SendResult.Refused("userId", wording["Problem_RobotMember", member.Name]);
        return named.FirstOrDefault(robot => deliveries.IsFull(robot, member)) is { } busy
            ? SendResult.Refused("userId", wording["Problem_RobotFull", member.Name, busy.DisplayName, RobotDeliveries.MaxInProgress])
            : null;
    }

    private static RobotReply Keep(RobotReply reply, Member member, TemplateCard card) =>
        reply with { UpdatedCards = new Dictionary<string, TemplateCard>(reply.UpdatedCards) { [member.UserId] = card } };

    private static RobotReply Keep(RobotReply reply, Member member, RobotFeedback given)
    {
        var feedback = new Dictionary<string, RobotFeedback>(reply.Feedback);
        if (given.Type == RobotFeedback.Withdrawn)
            feedback.Remove(member.UserId);
        else
            feedback[member.UserId] = given;
        return reply with { Feedback = feedback };
    }

    private ChatMessage NewEntry(WeComRobot robot, Member member) => new()
    {
        Id = chats.NextId(), App = robot.Name, Member = member.UserId, Time = clock.Now,
    };
}
