namespace Hongyan.OfficialAccount;

/// <summary>Answers with music (音乐) that plays in the conversation.</summary>
/// <param name="ThumbMediaId">The media id (素材) of the cover, a picture of at most 64 KB. Without a good one the follower reads of a failure.</param>
public sealed record MusicReply(string ThumbMediaId) : Reply
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The address of the recording.</summary>
    public string? MusicUrl { get; init; }

    /// <summary>The address of a better recording, played over Wi-Fi.</summary>
    public string? HighQualityMusicUrl { get; init; }
}
