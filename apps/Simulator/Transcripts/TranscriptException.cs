namespace Hongyan.Simulator.Transcripts;

/// <summary>A transcript that is written in a way that nobody can read, or play. The sentence is made when it is shown, in the reader's language.</summary>
/// <param name="line">Where, from 1.</param>
/// <param name="rule">What is wrong: a sentence in Resources/Texts under <c>Transcript_</c>.</param>
/// <param name="arguments">What fills the sentence's places.</param>
internal sealed class TranscriptException(int line, string rule, params IReadOnlyList<object> arguments) : Exception($"Line {line}: {rule}")
{
    public int Line => line;

    public string Rule => rule;

    public IReadOnlyList<object> Arguments => arguments;
}
