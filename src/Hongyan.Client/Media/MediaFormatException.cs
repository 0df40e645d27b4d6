namespace Hongyan;

/// <summary>A file is not of a kind that the platform takes. Thrown before anything is sent.</summary>
public sealed class MediaFormatException : HongyanException
{
    /// <summary>Names the type and what it may be.</summary>
    /// <param name="mediaType">What the file was to be, such as <c>Voice</c>.</param>
    /// <param name="expected">The formats that the platform takes, such as <c>AMR</c>.</param>
    /// <param name="message">A sentence with the type, the formats, the file's first bytes and the platform's page.</param>
    public MediaFormatException(string mediaType, string expected, string message)
        : base(message)
    {
        MediaType = mediaType;
        Expected = expected;
    }

    /// <summary>What the file was to be, such as <c>Voice</c>.</summary>
    public string MediaType { get; }

    /// <summary>The formats that the platform takes, such as <c>AMR</c>.</summary>
    public string Expected { get; }
}
