using Hongyan.Simulator.Control;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.Transcripts;

namespace Hongyan.Simulator.Pages;

/// <summary>How a replay from the page went: its result, or what kept it from being played.</summary>
public sealed record ReplayOutcome(ReplayView? Result, string? Problem)
{
    /// <summary>Plays a transcript to the account's bot. The person speaks where the file names nobody.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="talk">The conversation that is open.</param>
    /// <param name="services">Where the player comes from.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<ReplayOutcome> PlayAsync(byte[] bytes, Talk talk, IServiceProvider services, CancellationToken cancellationToken)
    {
        var wording = services.GetRequiredService<Wording>();
        if (ReplyXml.Decode(bytes) is not { } text)
            return new(null, wording["Problem_NotUtf8"]);
        if (string.IsNullOrWhiteSpace(text))
            return new(null, wording["Replay_Nothing"]);
        try
        {
            var transcript = TranscriptReader.Read(text, talk.Events);
            var name = transcript.Person ?? talk.Person;
            if (talk.FindOther(name) is not { } speaker)
                return new(null, wording["Problem_NoMember_Detail", name]);
            var result = await services.GetRequiredService<TranscriptPlayer>().PlayAsync(speaker, transcript, cancellationToken);
            return new(ReplayView.Of(result, wording), null);
        }
        catch (TranscriptException wrong)
        {
            return new(null, $"{wording["Problem_TranscriptLine", wrong.Line]} {wording[$"Transcript_{wrong.Rule}", wrong.Arguments]}");
        }
    }
}
