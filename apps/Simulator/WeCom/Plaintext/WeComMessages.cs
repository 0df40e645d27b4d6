namespace Hongyan.Simulator.WeCom;

/// <summary>The types of message a member can send to an app.</summary>
public static class WeComMessages
{
    /// <summary>All six, in the order of the documents.</summary>
    /// <remarks>Source: developer.work.weixin.qq.com/document/path/90239.</remarks>
    public static IReadOnlyList<MessageKind> All { get; } =
    [
        new("text", () => new() { Type = "text", Content = "" },
            (xml, m) => xml.Text("Content", m.Content)),

        new("image", () => new() { Type = "image", PicUrl = "https://example.com/picture.jpg", MediaId = Invented.MediaId() },
            (xml, m) => xml.Text("PicUrl", m.PicUrl).Text("MediaId", m.MediaId)),

        new("voice", () => new() { Type = "voice", MediaId = Invented.MediaId(), Format = "amr" },
            (xml, m) => xml.Text("MediaId", m.MediaId).Text("Format", m.Format)),

        new("video", () => new() { Type = "video", MediaId = Invented.MediaId(), ThumbMediaId = Invented.MediaId() },
            (xml, m) => xml.Text("MediaId", m.MediaId).Text("ThumbMediaId", m.ThumbMediaId)),

        new("location", () => new() { Type = "location", Latitude = 23.1291, Longitude = 113.2644, Scale = 15, Label = "广州市越秀区府前路1号" },
            (xml, m) => xml.Number("Location_X", m.Latitude).Number("Location_Y", m.Longitude).Number("Scale", m.Scale)
                .Text("Label", m.Label).Text("AppType", "wxwork")),

        new("link", () => new()
            {
                Type = "link", Title = "企业微信开发者中心", Description = "接收消息与事件",
                Url = "https://example.com/article", PicUrl = "https://example.com/cover.jpg",
            },
            (xml, m) => xml.Text("Title", m.Title).Text("Description", m.Description).Text("Url", m.Url).Text("PicUrl", m.PicUrl)),
    ];

    /// <summary>The kind of this MsgType, or null.</summary>
    public static MessageKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
