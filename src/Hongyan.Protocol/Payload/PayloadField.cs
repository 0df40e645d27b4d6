namespace Hongyan.Protocol;

/// <summary>
/// Where one child stands in its document: its name, and its content. In XML that is what is between the tags, in JSON the value as it is written,
/// a string with its quotes.
/// </summary>
internal readonly record struct PayloadField(Range Name, Range Content);
