namespace Hongyan.Testing;

/// <summary>Plays a transcript against a bot and stops at the first difference.</summary>
/// <param name="account">Whose people speak.</param>
/// <param name="speaker">Who speaks where a line names nobody.</param>
internal sealed class TranscriptPlayer(TestAccount account, Person speaker)
{
    /// <summary>Plays it to the end.</summary>
    /// <exception cref="TranscriptMismatchException">The bot answered something else.</exception>
    /// <exception cref="BotTestException">The bot failed or hangs.</exception>
    public async Task PlayAsync(Transcript transcript)
    {
        foreach (var step in transcript.Steps)
        {
            if (step is TranscriptWait wait)
                account.Host.Time.Advance(wait.Time);
            else if (step is TranscriptTurn turn)
                await PlayAsync(turn, transcript.File).ConfigureAwait(false);
        }
    }

    private async Task PlayAsync(TranscriptTurn turn, string file)
    {
        var person = turn.Person is null ? speaker : account.Find(turn.Person, speaker.Chat);
        BotReply reply;
        try
        {
            person.ForgetReceived();
            reply = await person.SendsAsync(turn.Action).ConfigureAwait(false);
            // What the bot sends by itself is an answer too, where it gave none at once.
            if (reply.Kind == BotReplyKind.Nothing && account.CanSend && turn.Expected.Shape != ReplyShape.Nothing && turn.Expected.Shape != ReplyShape.Anything)
                reply = await person.ReceivesOrNothingAsync().ConfigureAwait(false) ?? reply;
        }
        catch (BotTestException failure)
        {
            throw new BotTestException($"{file}, line {turn.Line}: {failure.Message}", failure.InnerException ?? failure);
        }

        var seen = reply.IsShown ? reply : BotReply.Nothing;
        if (turn.Expected.DescribeDifference(seen) is not { } difference)
            return;
        if (!reply.IsShown)
            difference += $" The bot answered {TranscriptWriter.Describe(reply)}, but the platform shows no such reply to {turn.Action.Kind}.";
        throw new TranscriptMismatchException(file, turn.ExpectedLine, Describe(turn, seen, file, difference));
    }

    private string Describe(TranscriptTurn turn, BotReply reply, string file, string difference)
    {
        var said = TranscriptWriter.ToLines($"{turn.Person ?? speaker.Id}>", turn.Action);
        var expected = TranscriptWriter.ToLines("<", turn.Expected.Shape, turn.Expected.Fields);
        return $"""
            {file}, line {turn.ExpectedLine}: the bot answered something else than the transcript expects.
            {Indent(said)}
            expected
            {Indent(expected)}
            actual
            {Indent(TranscriptWriter.ToLines("<", reply))}
            {difference}
            """;
    }

    private static string Indent(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => "  " + line));
}
