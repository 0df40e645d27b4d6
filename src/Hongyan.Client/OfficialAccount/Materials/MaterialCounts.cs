namespace Hongyan.OfficialAccount;

/// <summary>How many permanent materials there are.</summary>
/// <param name="Pictures">Pictures: 100000 at most.</param>
/// <param name="Voices">Recordings: 1000 at most.</param>
/// <param name="Videos">Videos: 1000 at most.</param>
/// <param name="News">Articles of the time before the draft box.</param>
public sealed record MaterialCounts(int Pictures, int Voices, int Videos, int News);
