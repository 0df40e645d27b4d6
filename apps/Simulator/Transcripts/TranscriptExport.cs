using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Control;
using Hongyan.Simulator.Resources;

namespace Hongyan.Simulator.Transcripts;

/// <summary>Makes a transcript of a conversation.</summary>
internal sealed class TranscriptExport(ConversationLog chats, DeliveryLog deliveries, Wording wording)
{
    /// <summary>The file.</summary>
    public string Write(Talk talk)
    {
        var conversation = chats.Read(talk.Account, talk.Person);
        var replies = conversation.Where(entry => entry.Reply is not null).ToLookup(entry => entry.DeliveryId, entry => entry.Reply);
        var ownMedia = new HashSet<string>();

        var file = new TranscriptWriter();
        file.Comment(wording["Transcript_Exported", talk.AccountName, talk.PersonName]);
        file.Header("app", talk.Account);
        file.Header("person", talk.Person);
        foreach (var entry in conversation.Where(entry => entry.Direction == ChatDirection.In))
        {
            if (entry.Message?.MediaId is { } mediaId)
                ownMedia.Add(mediaId);
            file.BlankLine();
            var active = ActiveReply.After(conversation, entry.Id).ToList();
            var reply = replies[entry.DeliveryId].FirstOrDefault();
            // The first answer is the answer; a file has no place for what the app sends besides.
            var more = reply is null ? active.Skip(1) : active;
            reply ??= active.FirstOrDefault() is { } first ? ActiveReply.Of(first.Active!) : null;
            Write(file, entry, reply, ownMedia);
            foreach (var sent in more)
                file.Comment(wording["Transcript_AlsoSent", wording.Of(sent)]);
        }
        return file.ToString();
    }

    private void Write(TranscriptWriter file, ChatMessage entry, PassiveReply? reply, HashSet<string> ownMedia)
    {
        // Only a delivery that went well says what is to come back; of any other the file says that nobody knows.
        var isKnown = reply is not null || deliveries.Find(entry.DeliveryId) is null or { Outcome: DeliveryOutcome.Accepted };
        if (!isKnown)
            file.Comment(wording["Transcript_NotAnswered"]);
        if (entry.Message is { } message)
            file.Say(message);
        else
            file.Do(entry.Event!);
        if (isKnown)
            file.Answer(reply, ownMedia.Contains);
        else
            file.AnswerAnything();
    }
}
