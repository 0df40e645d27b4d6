namespace Hongyan.Protocol;

/// <summary>
/// Where one field stands in its document: its name, and its content. In XML that is what is between the tags, in JSON the value as it is written,
/// a string with its quotes. Plain numbers, because a Range is worked out anew each time that it is looked at.
/// </summary>
/// <param name="Mark">The name's <see cref="PayloadFieldList.MarkOf"/>.</param>
/// <param name="NameAt">Where the name begins.</param>
/// <param name="NameLength">The bytes of the name.</param>
/// <param name="ContentAt">Where the content begins.</param>
/// <param name="ContentLength">The bytes of the content.</param>
/// <param name="Descendants">How many fields there are inside it; they are listed right behind it.</param>
/// <param name="Text">What is known of the content as a text.</param>
internal record struct PayloadField(int Mark, int NameAt, int NameLength, int ContentAt, int ContentLength, int Descendants, FieldText Text);
