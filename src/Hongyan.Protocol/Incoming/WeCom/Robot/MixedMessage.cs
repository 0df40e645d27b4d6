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
        : this(payload, mention, ReadItems(payload))
    {
    }

    private MixedMessage(in PayloadFields payload, RobotMention? mention, MixedItem[] items)
        : this(payload, mention, items, Join(items))
    {
    }

    private MixedMessage(in PayloadFields payload, RobotMention? mention, MixedItem[] items, string text)
        : base(payload, items.Length > 0 ? text : null)
    {
        Items = items;
        Text = mention is null ? text : mention.RemoveFrom(text);
    }

    /// <summary>The texts, a line each; in a group without the mention of the robot.</summary>
    public string Text { get; init; } = "";

    /// <summary>The pieces in their order, as they were written.</summary>
    public IReadOnlyList<MixedItem> Items { get; init; } = [];

    internal static MixedItem[] ReadItems(in PayloadFields payload) => payload.Children("mixed"u8).Items("msg_item"u8, ReadItem);

    internal static string Join(MixedItem[] items)
    {
        var texts = new ItemList<string>();
        foreach (var item in items)
        {
            if (item.Text.Length > 0)
                texts.Add(item.Text);
        }
        return texts.Items is [var only] ? only : string.Join('\n', texts.Items);
    }

    private static MixedItem ReadItem(in PayloadFields item)
    {
        var kind = RobotKinds.KindOf(item);
        return new()
        {
            Text = kind == "image" ? "" : item.Text("text"u8, "content"u8),
            PictureUrl = kind == "text" ? "" : item.Text("image"u8, "url"u8),
            Kind = kind,
        };
    }
}
