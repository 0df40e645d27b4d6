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
        Items = ReadItems(payload);
        var text = Join(Items);
        Text = mention is null ? text : mention.RemoveFrom(text);
    }

    /// <summary>The texts, a line each; in a group without the mention of the robot.</summary>
    public string Text { get; init; } = "";

    /// <summary>The pieces in their order, as they were written.</summary>
    public IReadOnlyList<MixedItem> Items { get; init; } = [];

    internal static IReadOnlyList<MixedItem> ReadItems(in PayloadFields payload) => payload.Children("mixed"u8).Items("msg_item"u8, ReadItem);

    internal static string Join(IReadOnlyList<MixedItem> items) => string.Join('\n', items.Select(item => item.Text).Where(text => text.Length > 0));

    private static MixedItem ReadItem(in PayloadFields item) => new()
    {
        Text = item.Children("text"u8).Text("content"u8),
        PictureUrl = item.Children("image"u8).Text("url"u8),
        Kind = item.Text("msgtype"u8),
    };
}
