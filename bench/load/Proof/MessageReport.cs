namespace Hongyan.Load.Proof;

/// <summary>What became of one message, as a line of the simulator's report says it.</summary>
internal sealed record MessageReport(
    int Number, string Text, bool Accepted, bool GivenUp, string? Reply, string? Sent, int SentCount, bool Differs, int Repeated)
{
    public bool IsAnswered => Reply is not null || Sent is not null;
}
