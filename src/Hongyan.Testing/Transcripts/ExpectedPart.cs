namespace Hongyan.Testing;

/// <summary>A piece of an expected text: a text as it stands, or a placeholder.</summary>
internal sealed record ExpectedPart(string Literal, Placeholder? Placeholder);
