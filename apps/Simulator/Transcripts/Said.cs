using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Transcripts;

/// <summary>What a person says or does: one of the two is set.</summary>
/// <param name="Source">The first line as it stands in the file, without its mark.</param>
internal sealed record Said(string Source)
{
    public MemberMessage? Message { get; init; }

    public MemberEvent? Event { get; init; }
}
