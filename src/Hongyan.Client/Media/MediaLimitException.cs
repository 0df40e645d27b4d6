namespace Hongyan;

/// <summary>A file is larger or smaller than the platform takes. Thrown before anything is sent.</summary>
public sealed class MediaLimitException : HongyanException
{
    /// <summary>Names the type, the limit and what was found.</summary>
    /// <param name="mediaType">What the file was to be, such as <c>Image</c>.</param>
    /// <param name="limit">The bound that was passed, in bytes.</param>
    /// <param name="actual">What was found, in bytes.</param>
    /// <param name="message">A sentence with the type, the limit and the platform's page.</param>
    public MediaLimitException(string mediaType, long limit, long actual, string message)
        : base(message)
    {
        MediaType = mediaType;
        Limit = limit;
        Actual = actual;
    }

    /// <summary>What the file was to be, such as <c>Image</c>.</summary>
    public string MediaType { get; }

    /// <summary>The bound that was passed, in bytes.</summary>
    public long Limit { get; }

    /// <summary>The file's bytes. Of a stream whose length is not known, only one byte more than the limit is read and counted.</summary>
    public long Actual { get; }
}
