namespace Hongyan.OfficialAccount;

/// <summary>A card of a mini program, sent from its customer service conversation (小程序卡片消息).</summary>
public sealed record MiniProgramPageMessage : IncomingMessage
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MiniProgramPageMessage()
    {
    }

    internal MiniProgramPageMessage(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Title = payload.Text("Title"u8);
        AppId = payload.Text("AppId"u8);
        PagePath = payload.Text("PagePath"u8);
        ThumbnailUrl = payload.Text("ThumbUrl"u8);
        ThumbnailMediaId = payload.Text("ThumbMediaId"u8);
    }

    /// <summary>The title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The app id of the mini program.</summary>
    public string AppId { get; init; } = "";

    /// <summary>The page that the card opens.</summary>
    public string PagePath { get; init; } = "";

    /// <summary>Where the cover can be seen; may expire.</summary>
    public string ThumbnailUrl { get; init; } = "";

    /// <summary>The media id of the cover; fetch it within three days.</summary>
    public string ThumbnailMediaId { get; init; } = "";
}
