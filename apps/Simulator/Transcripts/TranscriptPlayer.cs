using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Control;
using Hongyan.Simulator.Live;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Transcripts;

/// <summary>Plays a transcript to the running bot: each turn is a new message, and the next one waits for its outcome.</summary>
internal sealed class TranscriptPlayer(
    DeliveryEngine engine, ConversationLog chats, LiveFeed feed, SimulatedClock clock, TimeProvider time,
    MediaStore store, SampleMedia samples)
{
    /// <summary>How long an answer by the API is waited for, after the bot has accepted the message and said nothing.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Plays until the end or the first difference.</summary>
    /// <param name="talk">The account that is spoken to, whatever the file names, and who speaks where it names nobody.</param>
    /// <param name="transcript">What is said, and what is to come back.</param>
    /// <param name="cancellationToken">Stops between two turns.</param>
    /// <exception cref="TranscriptException">Nobody could say or do what a line says.</exception>
    public async Task<ReplayResult> PlayAsync(Talk talk, Transcript transcript, CancellationToken cancellationToken)
    {
        foreach (var turn in transcript.Steps.OfType<TranscriptTurn>())
            SpeakerOf(turn, talk);

        var media = new ReplayedMedia(store, samples);
        var turns = 0;
        foreach (var step in transcript.Steps)
        {
            if (step is TranscriptWait wait && !clock.TryAdvance(wait.Time))
                throw new TranscriptException(wait.Line, "ClockTooFar", SimulatedClock.MaxOffset.TotalDays);
            if (step is not TranscriptTurn turn)
                continue;
            turns++;
            if (await PlayAsync(SpeakerOf(turn, talk), turn, media, cancellationToken) is { } difference)
                return new(turns, difference);
        }
        return new(turns, null);
    }

    private async Task<TranscriptDifference?> PlayAsync(
        Talk talk, TranscriptTurn turn, ReplayedMedia media, CancellationToken cancellationToken)
    {
        var sent = turn.Said.Event is { } happened
            ? talk.SendAlone(happened)
            : talk.Send(media.Send(turn.Said.Message!));
        if (sent.Delivery is not { } started)
            throw new TranscriptException(turn.Line, "Refused", sent.Field, sent.Problem);

        var delivery = await engine.WaitAsync(started, cancellationToken);
        var reply = media.Receive(delivery.Reply ?? await ReceiveActiveAsync(talk, delivery, turn.Expected, cancellationToken));
        var hasFailed = delivery.Outcome is not (DeliveryOutcome.Replied or DeliveryOutcome.Accepted);
        var mismatch = hasFailed ? null : turn.Expected.Compare(reply);
        if (!hasFailed && mismatch is null)
            return null;

        var actual = new TranscriptWriter();
        actual.Answer(reply, _ => true);
        return new()
        {
            Line = turn.Expected.Line,
            Who = talk.Person,
            Said = turn.Said.Source,
            Expected = "< " + turn.Expected.Source,
            Actual = actual.ToString().TrimEnd('\n'),
            Mismatch = mismatch,
            Failure = hasFailed ? delivery.Attempts is [.., var last] ? last.Problem : null : null,
        };
    }

    private async Task<PassiveReply?> ReceiveActiveAsync(
        Talk talk, Delivery delivery, ExpectedReply expected, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        // Listening begins before the look at what is there, so nothing slips through between.
        var happenings = feed.Listen(either.Token);
        var reply = Find();
        if (reply is not null || delivery.Outcome != DeliveryOutcome.Accepted || expected.Kind is ExpectedReply.Nothing or ExpectedReply.Anything)
            await patience.CancelAsync();
        await foreach (var happening in happenings)
        {
            if (happening.Subject is ChatMessage { Active: not null } && (reply ??= Find()) is not null)
                break;
        }
        cancellationToken.ThrowIfCancellationRequested();
        return reply;

        PassiveReply? Find() => ActiveReply.After(chats.Read(talk.Account, talk.Person), delivery.MessageId).FirstOrDefault() is { } sent
            ? ActiveReply.Of(sent.Active!)
            : null;
    }

    private static Talk SpeakerOf(TranscriptTurn turn, Talk talk) => turn.Person is null
        ? talk
        : talk.FindOther(turn.Person) ?? throw new TranscriptException(turn.Line, "NoMember", turn.Person);
}
