namespace Hongyan.Protocol;

/// <summary>
/// Where one field stands in its document: its name, and its content. In XML that is what is between the tags, in JSON the value as it is written,
/// a string with its quotes.
/// </summary>
/// <param name="Name">The name.</param>
/// <param name="Content">The content.</param>
/// <param name="Descendants">How many fields there are inside it; they are listed right behind it.</param>
internal readonly record struct PayloadField(Range Name, Range Content, int Descendants = 0);
