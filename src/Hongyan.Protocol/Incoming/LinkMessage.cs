namespace Hongyan;

/// <summary>A link (链接消息).</summary>
public sealed record LinkMessage : IncomingMessage
{
    /// <summary>Makes one by hand, for a test.</summary>
    public LinkMessage()
    {
    }

    internal LinkMessage(in Protocol.XmlFields xml)
        : base(xml)
    {
        Title = xml.Text("Title"u8);
        Description = xml.Text("Description"u8);
        Url = xml.Text("Url"u8);
        PictureUrl = xml.Text("PicUrl"u8);
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
