namespace Hongyan.Protocol;

/// <summary>What a scanner saw of the text of a field, so that nobody has to look at it again.</summary>
internal enum FieldText : byte
{
    /// <summary>There may be something to decode in it.</summary>
    Coded,

    /// <summary>Nothing has to be decoded in it, but for the quotes around it.</summary>
    Plain,

    /// <summary>As <see cref="Plain"/>, and all of it is ASCII.</summary>
    Ascii,
}
