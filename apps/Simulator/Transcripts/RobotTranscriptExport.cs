using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Transcripts;

/// <summary>Makes a transcript of a member's conversation with an AI robot.</summary>
internal sealed class RobotTranscriptExport(ConversationLog chats, DeliveryLog deliveries, Wording wording)
{
    /// <summary>The file.</summary>
    public string Write(WeComRobot robot, Member member)
    {
        var conversation = chats.Read(robot.Name, member.UserId);
        var answers = conversation.Where(entry => entry.FromRobot is { CallId: null }).ToLookup(entry => entry.DeliveryId);

        var file = new TranscriptWriter();
        file.Comment(wording["Transcript_Exported", robot.DisplayName, member.Name]);
        file.Header("app", robot.Name);
        file.Header("person", member.UserId);
        foreach (var entry in conversation.Where(entry => entry.Direction == ChatDirection.In))
        {
            file.BlankLine();
            var delivery = deliveries.Find(entry.DeliveryId);
            // The addresses of response_url are for what comes later, and stand behind the message before the member spoke again.
            var later = conversation.SkipWhile(each => each.Id <= entry.Id).TakeWhile(each => each.Direction != ChatDirection.In)
                .Where(each => each.FromRobot is { CallId: not null }).Select(each => Shown(each.FromRobot!, each.FromRobot!.Card)).ToList();
            var answer = answers[entry.DeliveryId].FirstOrDefault()?.FromRobot;
            var shown = answer is not null ? Shown(answer, CardIn(ReplyTo(delivery)) ?? answer.Card) : UpdateIn(ReplyTo(delivery));
            var more = shown is null ? later.Skip(1) : later;
            Write(file, entry, delivery, shown ?? later.FirstOrDefault(), isWhole: answer is not ({ IsRunning: true } or { IsCutOff: true }));
            foreach (var sent in more)
                file.Comment(wording["Transcript_AlsoSent", sent.Content ?? sent.Title ?? wording[$"Type_{sent.Type}"]]);
        }
        return file.ToString();
    }

    private void Write(TranscriptWriter file, ChatMessage entry, Delivery? delivery, PassiveReply? reply, bool isWhole)
    {
        // Only what went well to its end says what is to come back; of anything else the file says that nobody knows.
        var isKnown = isWhole && (reply is not null || delivery is null or { Outcome: DeliveryOutcome.Accepted });
        if (!isKnown)
            file.Comment(wording["Transcript_NotAnswered"]);
        if (entry.ToRobot is { } message)
            file.SayToRobot(message);
        else
            file.DoWithRobot(entry.Event!.Event, Read(delivery?.Plaintext)?["event"]?[entry.Event.Event] as JsonObject);
        if (isKnown)
            file.Answer(reply, _ => false);
        else
            file.AnswerAnything();
    }

    /// <summary>The answer as people see it; a stream as if it had come at once.</summary>
    private static PassiveReply Shown(RobotReply reply, TemplateCard? card) => string.IsNullOrEmpty(reply.Content) && card is not null
        ? Of("template_card", card)
        : new() { Type = "text", Content = reply.Content };

    private static PassiveReply Of(string type, TemplateCard card) =>
        new() { Type = type, CardType = card.CardType, Title = card.MainTitle?.Title, Description = card.MainTitle?.Description };

    /// <summary>The card as it was sent: what the conversation has may have been updated since.</summary>
    private static TemplateCard? CardIn(JsonObject? reply)
    {
        if (reply?["template_card"] is not JsonObject card)
            return null;
        var title = card["main_title"] as JsonObject;
        return new()
        {
            CardType = card.Text("card_type") ?? "",
            MainTitle = title is null ? null : new() { Title = title.Text("title"), Description = title.Text("desc") },
        };
    }

    /// <summary>What an update made of the card that was clicked, which is no bubble of its own.</summary>
    private static PassiveReply? UpdateIn(JsonObject? reply) =>
        reply?.Text("response_type") is { } type && CardIn(reply) is { } card ? Of(type, card) : null;

    private static JsonObject? ReplyTo(Delivery? delivery) =>
        delivery is { Outcome: DeliveryOutcome.Replied } or { Outcome: DeliveryOutcome.Accepted } ? Read(delivery.Attempts[^1].DecryptedReply) : null;

    private static JsonObject? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            // Cut where it is very long.
            return null;
        }
    }
}
