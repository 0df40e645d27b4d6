namespace Hongyan.OfficialAccount;

/// <summary>A short video (小视频消息).</summary>
public sealed record ShortVideoMessage : IncomingMessage
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ShortVideoMessage()
    {
    }

    internal ShortVideoMessage(in Protocol.PayloadFields payload)
        : base(payload)
    {
        MediaId = payload.Text("MediaId"u8);
        ThumbnailMediaId = payload.Text("ThumbMediaId"u8);
    }

    /// <summary>The media id (素材ID); fetch it within three days.</summary>
    public string MediaId { get; init; } = "";

    /// <summary>The media id of the thumbnail (缩略图).</summary>
    public string ThumbnailMediaId { get; init; } = "";
}
