namespace Hongyan;

/// <summary>Answers with a video (视频).</summary>
/// <param name="MediaId">The media id (素材) of an uploaded video, or of one just received.</param>
public sealed record VideoReply(string MediaId) : Reply
{
    /// <summary>The title; max. 128 bytes of UTF-8.</summary>
    public string? Title { get; init; }

    /// <summary>The description; max. 512 bytes of UTF-8.</summary>
    public string? Description { get; init; }
}
