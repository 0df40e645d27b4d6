using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Transcripts;

/// <summary>The first thing that went otherwise than the transcript says.</summary>
internal sealed record TranscriptDifference
{
    /// <summary>Where in the file.</summary>
    public required int Line { get; init; }

    /// <summary>Who had spoken.</summary>
    public required string Who { get; init; }

    /// <summary>What, in one line as it stands in the file.</summary>
    public required string Said { get; init; }

    /// <summary>What was to come back, as it stands in the file.</summary>
    public required string Expected { get; init; }

    /// <summary>What came back, as it would stand there.</summary>
    public required string Actual { get; init; }

    /// <summary>In what they differ; null when the delivery failed.</summary>
    public ReplyMismatch? Mismatch { get; init; }

    /// <summary>Why the delivery failed; null when it did not.</summary>
    public Finding? Failure { get; init; }
}
