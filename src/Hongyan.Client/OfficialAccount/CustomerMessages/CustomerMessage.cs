using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// A customer message (客服消息): what an Official Account sends to one follower by itself. Text needs no type:
/// <c>client.CustomerMessages.SendAsync(openId, "你好")</c>.
/// </summary>
/// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html</remarks>
public abstract record CustomerMessage
{
    private protected CustomerMessage()
    {
    }

    /// <summary>The value of <c>msgtype</c>, and the name of the object beside it.</summary>
    internal abstract string MessageType { get; }

    /// <summary>Text as a customer message.</summary>
    public static implicit operator CustomerMessage(string text) => new CustomerText(text);

    /// <exception cref="FieldLimitException">A field is too long or empty.</exception>
    internal abstract void Check(LimitCheck check);

    /// <summary>Writes the members of the object that is named after the type.</summary>
    internal abstract void WriteFields(Utf8JsonWriter json);

    /// <summary>Writes <c>msgtype</c> and the object.</summary>
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteString("msgtype"u8, MessageType);
        json.WriteStartObject(MessageType);
        WriteFields(json);
        json.WriteEndObject();
    }
}
