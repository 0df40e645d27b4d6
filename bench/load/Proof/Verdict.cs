namespace Hongyan.Load.Proof;

/// <summary>What a proof found: facts to report, and what contradicts the claim.</summary>
internal sealed class Verdict
{
    private readonly List<string> _facts = [];
    private readonly List<string> _contradictions = [];

    public bool Holds => _contradictions.Count == 0;

    public void Tell(string fact) => _facts.Add(fact);

    /// <summary>Something that has to be so.</summary>
    public void Expect(bool isSo, string otherwise)
    {
        if (!isSo)
            _contradictions.Add(otherwise);
    }

    public override string ToString() => string.Join("; ", [.. _facts, .. _contradictions.Select(contradiction => $"BUT {contradiction}")]);
}
