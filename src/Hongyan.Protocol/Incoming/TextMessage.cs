namespace Hongyan;

/// <summary>A text (文本消息).</summary>
public sealed record TextMessage : IncomingMessage
{
    /// <summary>Makes one by hand, for a test.</summary>
    public TextMessage()
    {
    }

    internal TextMessage(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Content = payload.Text("Content"u8);
        MenuItemId = payload.Text("bizmsgmenuid"u8);
    }

    /// <summary>What is said to a robot (智能机器人).</summary>
    internal TextMessage(in Protocol.PayloadFields payload, WeCom.RobotMention mention)
        : this(payload, mention, payload.Text("text"u8, "content"u8))
    {
    }

    private TextMessage(in Protocol.PayloadFields payload, WeCom.RobotMention mention, string text)
        : base(payload, payload.Contains("mixed"u8) ? null : text)
    {
        Content = (Robot?.IsGroup ?? WeCom.RobotChat.IsInGroup(payload)) ? mention.RemoveFrom(text) : text;
        MenuItemId = payload.Text("bizmsgmenuid"u8);
    }

    /// <summary>What the person wrote.</summary>
    public string Content { get; init; } = "";

    /// <summary>The item that a follower tapped in a menu sent as a customer message (菜单消息, bizmsgmenuid); empty for what was typed.</summary>
    public string MenuItemId { get; init; } = "";
}
