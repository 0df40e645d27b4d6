namespace Hongyan;

/// <summary>A link (链接消息).</summary>
public sealed record LinkMessage : IncomingMessage
{
    /// <summary>Makes one by hand, for a test.</summary>
    public LinkMessage()
    {
    }

    internal LinkMessage(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Title = payload.Text("Title"u8);
        Description = payload.Text("Description"u8);
        Url = payload.Text("Url"u8);
        PictureUrl = payload.Text("PicUrl"u8);
    }

    /// <summary>The title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The description.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where it leads.</summary>
    public string Url { get; init; } = "";

    /// <summary>The picture beside it; may be empty.</summary>
    public string PictureUrl { get; init; } = "";
}
