namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The types of message a follower can send.</summary>
public static class OfficialAccountMessages
{
    /// <summary>All seven, in the order of the documents.</summary>
    /// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_standard_messages.html.</remarks>
    public static IReadOnlyList<MessageKind> All { get; } =
    [
        new("text", () => new() { Type = "text", Content = "", MenuId = "" },
            (xml, m) =>
            {
                xml.Text("Content", m.Content);
                if (!string.IsNullOrEmpty(m.MenuId))
                    xml.Text("bizmsgmenuid", m.MenuId);
            }),

        new("image", () => new() { Type = "image", PicUrl = "https://example.com/picture.jpg", MediaId = Invented.MediaId() },
            (xml, m) => xml.Text("PicUrl", m.PicUrl).Text("MediaId", m.MediaId)),

        new("voice", () => new() { Type = "voice", MediaId = Invented.MediaId(), Format = "amr", Recognition = "你好" },
            (xml, m) =>
            {
                xml.Text("MediaId", m.MediaId).Text("Format", m.Format);
                if (m.Recognition is not null)
                    xml.Text("Recognition", m.Recognition);
            }),

        new("video", () => new() { Type = "video", MediaId = Invented.MediaId(), ThumbMediaId = Invented.MediaId() }, WriteVideo),
        new("shortvideo", () => new() { Type = "shortvideo", MediaId = Invented.MediaId(), ThumbMediaId = Invented.MediaId() }, WriteVideo),

        new("location", () => new() { Type = "location", Latitude = 23.1291, Longitude = 113.2644, Scale = 15, Label = "广州市越秀区府前路1号" },
            (xml, m) => xml.Number("Location_X", m.Latitude).Number("Location_Y", m.Longitude).Number("Scale", m.Scale).Text("Label", m.Label)),

        new("link", () => new() { Type = "link", Title = "公众平台官网链接", Description = "接收普通消息", Url = "https://example.com/article" },
            (xml, m) => xml.Text("Title", m.Title).Text("Description", m.Description).Text("Url", m.Url)),
    ];

    /// <summary>The kind of this MsgType, or null.</summary>
    public static MessageKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    private static void WriteVideo(PlaintextWriter xml, MemberMessage m) => xml.Text("MediaId", m.MediaId).Text("ThumbMediaId", m.ThumbMediaId);
}
