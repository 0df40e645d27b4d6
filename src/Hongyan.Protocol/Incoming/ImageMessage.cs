namespace Hongyan;

/// <summary>A picture (图片消息).</summary>
public sealed record ImageMessage : IncomingMessage
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ImageMessage()
    {
    }

    internal ImageMessage(in Protocol.PayloadFields payload)
        : base(payload)
    {
        PictureUrl = payload.Text("PicUrl"u8);
        MediaId = payload.Text("MediaId"u8);
    }

    /// <summary>Where the picture can be seen; may expire. A robot fetches it there within five minutes, encrypted with its key.</summary>
    public string PictureUrl { get; init; } = "";

    /// <summary>The media id (素材ID); fetch it within three days.</summary>
    public string MediaId { get; init; } = "";
}
