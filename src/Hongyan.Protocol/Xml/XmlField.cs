namespace Hongyan.Protocol;

/// <summary>Where one child element stands in its document: its name and what is between its tags.</summary>
internal readonly record struct XmlField(Range Name, Range Content);
