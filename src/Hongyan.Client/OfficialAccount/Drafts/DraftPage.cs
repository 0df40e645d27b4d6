namespace Hongyan.OfficialAccount;

/// <summary>A part of the draft box.</summary>
/// <param name="TotalCount">How many drafts there are in all.</param>
/// <param name="Drafts">Those of this part, changed last first.</param>
public sealed record DraftPage(int TotalCount, IReadOnlyList<Draft> Drafts);
