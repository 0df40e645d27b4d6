using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>Texts and pictures in one message (图文混排), as a robot gets them.</summary>
public sealed record MixedMessage : IncomingMessage
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MixedMessage()
    {
    }

    internal MixedMessage(in PayloadFields payload, RobotMention? mention)
        : base(payload)
    {
        Items = payload.Children("mixed"u8).Items("msg_item"u8, ReadItem);
        var text = Robot is null || !payload.Contains("mixed"u8) ? ReadText(payload) : Robot.FullText;
        Text = mention is null ? text : mention.RemoveFrom(text);
    }

    /// <summary>The texts, a line each; in a group without the mention of the robot.</summary>
    public string Text { get; init; } = "";

    /// <summary>The pieces in their order, as they were written.</summary>
    public IReadOnlyList<MixedItem> Items { get; init; } = [];

    internal static string ReadText(in PayloadFields payload) => string.Join('\n', payload
        .Children("mixed"u8)
        .Items("msg_item"u8, static (in item) => item.Text("text"u8, "content"u8))
        .Where(text => text.Length > 0));

    private static MixedItem ReadItem(in PayloadFields item) => new()
    {
        Text = item.Text("text"u8, "content"u8),
        PictureUrl = item.Text("image"u8, "url"u8),
        Kind = item.Text("msgtype"u8),
    };
}
