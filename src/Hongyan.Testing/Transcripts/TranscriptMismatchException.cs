namespace Hongyan.Testing;

/// <summary>The bot answered something else than a transcript expects. The message shows both, in the words of the transcript.</summary>
public sealed class TranscriptMismatchException : BotTestException
{
    internal TranscriptMismatchException(string file, int line, string message)
        : base(message)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>The line of the expected answer; the first is 1.</summary>
    public int Line { get; }
}
